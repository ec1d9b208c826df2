package io.tidemark.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tidemark.model.Channel;
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
    @JsonSubTypes.Type(value = Step.GiveBack.class, name = "give-back"),
    @JsonSubTypes.Type(value = Step.Replace.class, name = "replace"),
    @JsonSubTypes.Type(value = Step.Seal.class, name = "seal"),
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
     * @param create whether the channel is new
     */
    record Flip(
            String channel,
            String link,
            Optional<String> before,
            String after,
            Optional<Hold> held,
            Optional<Hold> hold,
            boolean create)
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

    /**
     * The plain directory at a public path becomes a version, and a link takes its place.
     *
     * @param record what will be kept of the version
     * @param create whether the channel is new
     */
    record Exchange(String channel, String link, VersionRecord record, boolean create) implements Step {}

    /**
     * The opposite: the version that a channel points at takes the place of its link, as a plain directory.
     *
     * @param channel as it is listed
     * @param place where in the list
     * @param path where the version lies, relative to the repository
     */
    record GiveBack(Channel channel, int place, String version, String path) implements Step {}

    /**
     * A small file of ours gets other content.
     *
     * @param dir the directory below {@code .tidemark/}, empty for itself
     */
    record Replace(String dir, String name, String before, String after) implements Step {}

    /**
     * A version that was built in {@code area}, a directory below {@code .tidemark/}, is put into its place.
     */
    record Seal(String version, String area) implements Step {}
}
