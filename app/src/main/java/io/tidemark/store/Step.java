package io.tidemark.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tidemark.model.Hold;
import java.util.List;
import java.util.Optional;

/** What an intent is about: enough to find out from the disk alone how far it came, and to finish or undo it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Flip.class, name = "flip"),
    @JsonSubTypes.Type(value = Step.Release.class, name = "release"),
    @JsonSubTypes.Type(value = Step.Prune.class, name = "prune"),
    @JsonSubTypes.Type(value = Step.Exchange.class, name = "exchange"),
    @JsonSubTypes.Type(value = Step.Configure.class, name = "configure"),
    @JsonSubTypes.Type(value = Step.Record.class, name = "record"),
    @JsonSubTypes.Type(value = Step.Seal.class, name = "seal"),
    @JsonSubTypes.Type(value = Step.Snapshot.class, name = "snapshot"),
})
sealed interface Step {

    /**
     * A channel moves.
     *
     * @param link the link's path relative to the repository
     * @param before what the link said before, escaped like a path; empty if there was none
     * @param after what it shall say
     * @param held the hold before
     * @param hold the hold afterwards
     */
    record Flip(
            String channel,
            String link,
            Optional<String> before,
            String after,
            Optional<Hold> held,
            Optional<Hold> hold)
            implements Step {}

    /** A hold is lifted. */
    record Release(String channel, Hold hold) implements Step {}

    /** Versions are deleted; their paths relative to the repository in the same order. */
    record Prune(List<String> versions, List<String> paths) implements Step {
        public Prune {
            versions = List.copyOf(versions);
            paths = List.copyOf(paths);
        }
    }

    /** The plain directory at {@code link} goes to {@code path} and a link saying {@code target} takes its place. */
    record Exchange(String link, String version, String path, String target) implements Step {}

    /** The settings change: the digest of the file that shall be there. */
    record Configure(String digest) implements Step {}

    /** The record of a version changes: the digest of the file that shall be there. */
    record Record(String version, String digest) implements Step {}

    /** A staged version is sealed. */
    record Seal(String version) implements Step {}

    /** A version is made from another: whatever is staged under its name until it is sealed goes away again. */
    record Snapshot(String version) implements Step {}
}
