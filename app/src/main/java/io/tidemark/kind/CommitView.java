package io.tidemark.kind;

import io.tidemark.model.Notice;
import io.tidemark.model.Recognition.FoundVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A repository whose versions are commits, as it lies on disk.
 *
 * @param lines what clients follow
 * @param fresh versions that are not known yet, oldest first
 * @param notices what is odd
 */
public record CommitView(List<Line> lines, List<FoundVersion> fresh, List<Notice> notices) {

    public CommitView {
        lines = List.copyOf(lines);
        fresh = List.copyOf(fresh);
        notices = List.copyOf(notices);
    }

    /**
     * A ref, and what it came from.
     *
     * @param channel what the channel of it is called
     * @param link the path of its file, relative to the repository
     * @param published oldest first
     */
    public record Line(String channel, String link, List<Published> published) {

        public Line {
            published = List.copyOf(published);
        }

        /** What it stands for now. */
        public Optional<Published> head() {
            return published.isEmpty() ? Optional.empty() : Optional.of(published.getLast());
        }
    }

    /** A commit by which a version was published. */
    public record Published(String version, String commit, Instant time) {}

    /** The line of a channel. */
    public Optional<Line> line(String channel) {
        return lines.stream().filter(each -> each.channel().equals(channel)).findFirst();
    }
}
