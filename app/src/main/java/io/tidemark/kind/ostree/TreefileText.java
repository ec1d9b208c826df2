package io.tidemark.kind.ostree;

import io.tidemark.kind.RecipeReader.Draft;
import io.tidemark.model.ProblemException;
import io.tidemark.store.RecipeFiles;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Treefiles as texts: read whole from a file, their format told by its name. */
final class TreefileText {

    private TreefileText() {}

    /** Whether the name says YAML; JSON otherwise. */
    static boolean isYaml(Path file) {
        String name = file.toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    static boolean isTreefile(String name) {
        return name.endsWith(".json") || isYaml(Path.of(name));
    }

    /** What a file says. */
    static Draft of(Path file) throws ProblemException {
        Optional<String> text = RecipeFiles.read(file);
        if (text.isEmpty()) {
            IOException missing = new NoSuchFileException(file.toString());
            throw Problems.unreadable(file, missing);
        }
        return new Draft(file, text.get());
    }

    /** What a text means. */
    static Treefile parsed(Draft draft) throws ProblemException {
        try {
            return TreefileReader.read(draft.text(), isYaml(draft.file()));
        } catch (Malformed broken) {
            throw Problems.damaged(draft.file(), broken);
        }
    }
}
