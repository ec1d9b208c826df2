package io.tidemark.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.engine.Recipes.Seen;
import io.tidemark.engine.Workspaces;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Drafts on their way to a disk that may be full. */
class DraftsTest {

    private final AtomicBoolean full = new AtomicBoolean(true);
    private final List<String> kept = new ArrayList<>();

    private Workspaces workspaces() {
        return (Workspaces) Proxy.newProxyInstance(
                Workspaces.class.getClassLoader(), new Class<?>[] {Workspaces.class}, (proxy, method, arguments) -> {
                    assertEquals("keepDraft", method.getName());
                    if (full.get()) {
                        throw new ProblemException(
                                Problem.of("workspace.io", Problem.Category.STORAGE, "object", "drafts"));
                    }
                    kept.add((String) arguments[2]);
                    return null;
                });
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenTheNextTime() {
        Drafts drafts = new Drafts(FxBridge.direct(SampleContext::new), workspaces());
        drafts.keep("kinoite", "dev", new Drafts.Draft("typed", new Seen("dev", "", Map.of())));
        drafts.close();
        assertEquals(List.of(), kept);
        full.set(false);
        drafts.close();
        assertEquals(List.of("typed"), kept);
        drafts.close();
        assertEquals(List.of("typed"), kept, "once");
    }
}
