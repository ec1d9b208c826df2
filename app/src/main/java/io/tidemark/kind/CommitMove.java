package io.tidemark.kind;

import io.tidemark.model.Upstream;
import java.time.Instant;
import java.util.List;

/**
 * A version that is to be published.
 *
 * @param link path of the ref's file, relative to the repository
 * @param version what is published
 * @param back whether it was published before and comes back
 * @param byRef whether the ref itself goes back, instead of a new commit of the old content
 * @param options settings of the repository: who signs, which deltas
 * @param now the time of a new commit, unless its parent is younger
 */
public record CommitMove(String link, Named version, boolean back, boolean byRef, Upstream options, Instant now) {

    /**
     * A version.
     *
     * @param path where its commit lies, relative to the repository
     * @param published the commits by which this ref published it so far, oldest first
     */
    public record Named(String name, String path, List<String> published) {

        public Named {
            published = List.copyOf(published);
        }
    }

    /** How it is published. */
    public enum Way {
        /** The commit itself, which clients of the ref accept. */
        SAME,
        /** A new commit of the same content, bound to the ref. */
        NEW,
        /** A commit that the ref stood for before. */
        EARLIER,
        /** The ref stands for it already. */
        NOTHING
    }
}
