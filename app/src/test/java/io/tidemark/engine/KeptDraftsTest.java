package io.tidemark.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.Recipes.Seen;
import io.tidemark.engine.Workspaces.Draft;
import io.tidemark.engine.local.LocalWorkspaces;
import io.tidemark.workspace.WorkspaceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts of treefiles belong to a repository, whatever becomes of its name. */
class KeptDraftsTest {

    @TempDir
    private Path dir;

    private LocalWorkspaces workspaces() {
        return new LocalWorkspaces(new WorkspaceFile(dir.resolve("workspace.json")), place -> Optional.empty());
    }

    @Test
    void aDraftComesBackForItsRepositoryAndNotForAnotherOfThatName() throws Exception {
        Seen seen = new Seen("dev/base.yaml", "mark", Map.of("/etc/dev.yaml", "other"));
        workspaces().add(dir.resolve("one/kinoite").toString());
        workspaces().keepDraft("kinoite", seen, "typed");
        Draft draft = workspaces().drafts().getFirst();
        assertEquals(List.of("kinoite", seen, "typed"), List.of(draft.repository(), draft.seen(), draft.text()));
        workspaces().forget("kinoite");
        workspaces().add(dir.resolve("two/kinoite").toString());
        assertTrue(workspaces().drafts().isEmpty());
        workspaces().forget("kinoite");
        workspaces().add(dir.resolve("one/kinoite").toString());
        assertEquals(1, workspaces().drafts().size());
        workspaces().dropDraft("kinoite", "dev/base.yaml");
        assertTrue(workspaces().drafts().isEmpty());
    }
}
