package io.tidemark.ui;

import io.tidemark.engine.Recipes;
import io.tidemark.engine.Workspaces;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Texts that somebody wrote in this window and did not save yet, so that leaving a page loses none. They are kept on the disk,
 * too, a moment after they were typed, and come back when the program starts again. JavaFX thread only.
 */
public final class Drafts {

    /** What is typed in this time may be lost with the program. */
    private static final Duration PAUSE = Duration.ofMillis(800);

    private final FxBridge bridge;
    private final Workspaces workspaces;
    private final Map<Key, Draft> drafts = new LinkedHashMap<>();
    private final Map<Key, Instant> restored = new LinkedHashMap<>();
    private final Set<Key> touched = new LinkedHashSet<>();
    private final Map<Key, Optional<Draft>> unwritten = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();
    private boolean planned;
    private boolean failing;

    /** The drafts of a workspace, none of them read yet. */
    public Drafts(FxBridge bridge, Workspaces workspaces) {
        this.bridge = bridge;
        this.workspaces = workspaces;
    }

    /** Brings those back that were not saved when the program ended. */
    public void restore() {
        bridge.call(job -> workspaces.drafts(), this::restored);
    }

    private void restored(List<Workspaces.Draft> kept) {
        for (Workspaces.Draft each : kept) {
            Key key = new Key(each.repository(), each.seen().role());
            if (drafts.putIfAbsent(key, new Draft(each.text(), each.seen())) == null) {
                restored.put(key, each.time());
            }
        }
    }

    /** The draft of a recipe, if there is one. */
    public Optional<Draft> of(String repository, String role) {
        return Optional.ofNullable(drafts.get(new Key(repository, role)));
    }

    /** When a draft was typed that an earlier run of the program left. */
    public Optional<Instant> restored(String repository, String role) {
        return Optional.ofNullable(restored.get(new Key(repository, role)));
    }

    /** Keeps a draft until it is saved or given up. */
    public void keep(String repository, String role, Draft draft) {
        Key key = new Key(repository, role);
        touched.add(key);
        if (!draft.equals(drafts.put(key, draft))) {
            write(key, Optional.of(draft));
        }
    }

    /** It was saved, or given up. */
    public void drop(String repository, String role) {
        drop(new Key(repository, role));
    }

    private void drop(Key key) {
        touched.remove(key);
        restored.remove(key);
        if (drafts.remove(key) != null) {
            write(key, Optional.empty());
        }
    }

    /** Where the first draft waits that somebody saw in this window, if there is any. */
    public Optional<Place.Recipes> first() {
        return touched.stream().findFirst().map(key -> new Place.Recipes(key.repository(), key.role()));
    }

    /** Gives up all that somebody saw in this window; what waits elsewhere from before goes on waiting. */
    public void discard() {
        List.copyOf(touched).forEach(this::drop);
    }

    /** Writes what is not on the disk yet, before the window goes. */
    public void close() {
        try {
            flush();
        } catch (ProblemException failed) {
            bridge.report(failed.problem());
        }
    }

    private void write(Key key, Optional<Draft> draft) {
        unwritten.put(key, draft);
        if (!planned) {
            planned = true;
            bridge.after(PAUSE, this::write);
        }
    }

    private void write() {
        planned = false;
        bridge.call(
                job -> {
                    flush();
                    return true;
                },
                done -> failing = false,
                this::failed);
    }

    /** Said once, and not with every key that is pressed. */
    private void failed(Problem problem) {
        if (!failing) {
            bridge.report(problem);
        }
        failing = true;
    }

    /** What could not be written waits for the next time, unless something newer does. */
    private void flush(Key key, Optional<Draft> draft) throws ProblemException {
        try {
            if (draft.isPresent()) {
                workspaces.keepDraft(
                        key.repository(), draft.get().seen(), draft.get().text());
            } else {
                workspaces.dropDraft(key.repository(), key.role());
            }
        } catch (ProblemException failed) {
            unwritten.putIfAbsent(key, draft);
            throw failed;
        }
    }

    /** One at a time, so that nothing older is written over what is newer; may run on any thread. */
    private void flush() throws ProblemException {
        writing.lock();
        try {
            for (Key key : unwritten.keySet()) {
                Optional<Draft> draft = unwritten.remove(key);
                if (draft != null) {
                    flush(key, draft);
                }
            }
        } finally {
            writing.unlock();
        }
    }

    /**
     * A text nobody saved.
     *
     * @param seen what was read when the writing began
     */
    public record Draft(String text, Recipes.Seen seen) {}

    private record Key(String repository, String role) {}
}
