package io.tidemark.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tidemark.model.Channel;
import io.tidemark.model.Hold;
import java.util.List;
import java.util.Map;
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
    @JsonSubTypes.Type(value = Step.Publish.class, name = "publish"),
    @JsonSubTypes.Type(value = Step.Enlist.class, name = "enlist"),
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
     *
     * @param file the one file of the tree that becomes the version; empty if the whole tree does
     */
    record Seal(String version, String area, Optional<String> file) implements Step {}

    /**
     * Files take their public places one after the other, then the members of series change, then holds.
     *
     * @param files in the order in which they are to appear
     * @param removals paths relative to the repository that go away after that
     * @param before the file of series before, empty if there was none
     * @param after the file of series afterwards
     * @param holds hold before and afterwards by channel, of those whose hold changes
     * @param created channels that are new, link by name
     */
    record Publish(
            List<Placed> files,
            List<String> removals,
            Optional<String> before,
            String after,
            Map<String, Held> holds,
            Map<String, String> created)
            implements Step {
        public Publish {
            files = List.copyOf(files);
            removals = List.copyOf(removals);
            holds = Map.copyOf(holds);
            created = Map.copyOf(created);
        }
    }

    /** A version that another program wrote gets its record. */
    record Enlist(VersionRecord record) implements Step {}

    /**
     * One file that takes its public place.
     *
     * @param product its name among the products
     * @param path its place relative to the repository
     * @param inode by which it is recognised there
     */
    record Placed(String product, String path, long inode) {}

    /** A hold before and afterwards. */
    record Held(Optional<Hold> before, Optional<Hold> after) {}
}
