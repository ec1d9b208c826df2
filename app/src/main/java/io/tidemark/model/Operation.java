package io.tidemark.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something a person asks for that changes a repository. Every operation is planned, shown, carried out and verified in
 * the same way, by window, command line and schedule alike.
 *
 * <p>{@code dir} is a path, or a repository's name in the workspace.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "operation")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Operation.Init.class, name = "init"),
    @JsonSubTypes.Type(value = Operation.Adopt.class, name = "adopt"),
    @JsonSubTypes.Type(value = Operation.GiveBack.class, name = "give-back"),
    @JsonSubTypes.Type(value = Operation.Seal.class, name = "seal"),
    @JsonSubTypes.Type(value = Operation.ShareCopies.class, name = "share-copies"),
    @JsonSubTypes.Type(value = Operation.Update.class, name = "update"),
    @JsonSubTypes.Type(value = Operation.Sync.class, name = "sync"),
    @JsonSubTypes.Type(value = Operation.Snapshot.class, name = "snapshot"),
    @JsonSubTypes.Type(value = Operation.Promote.class, name = "promote"),
    @JsonSubTypes.Type(value = Operation.Rollback.class, name = "rollback"),
    @JsonSubTypes.Type(value = Operation.Release.class, name = "release"),
    @JsonSubTypes.Type(value = Operation.Pin.class, name = "pin"),
    @JsonSubTypes.Type(value = Operation.Unpin.class, name = "unpin"),
    @JsonSubTypes.Type(value = Operation.Verify.class, name = "verify"),
    @JsonSubTypes.Type(value = Operation.Prune.class, name = "prune"),
    @JsonSubTypes.Type(value = Operation.Configure.class, name = "configure"),
    @JsonSubTypes.Type(value = Operation.MakeDeltas.class, name = "make-deltas"),
    @JsonSubTypes.Type(value = Operation.Publish.class, name = "host-publish"),
    @JsonSubTypes.Type(value = Operation.SwitchThere.class, name = "host-switch"),
    @JsonSubTypes.Type(value = Operation.RollbackThere.class, name = "host-rollback"),
    @JsonSubTypes.Type(value = Operation.ReleaseThere.class, name = "host-release"),
    @JsonSubTypes.Type(value = Operation.Provision.class, name = "host-provision"),
})
public sealed interface Operation {

    /** The repository concerned. */
    String dir();

    /**
     * Makes a new, empty repository.
     *
     * @param kind id of the kind
     * @param name what people call it; the directory's name when empty
     * @param upstream where content comes from, options as the kind declares them
     * @param keysDir directory with public keys to trust, if given
     * @param trust fingerprints of keys to trust when they are met
     */
    record Init(
            String dir,
            String kind,
            String name,
            Upstream upstream,
            TransferSettings transfer,
            Policies policies,
            Optional<String> keysDir,
            List<String> trust)
            implements Operation {}

    /**
     * Takes over an existing mirror directory without changing what clients see.
     *
     * @param kind id of the kind; recognised when empty
     * @param name what people call it; the directory's name when empty
     * @param upstream as far as the person knows it; empty parts are recognised
     * @param disableWriters whether foreign cron lines found to write into the tree are to be commented out
     * @param exchange public paths that are plain directories and shall become channels, with the version name each gets
     */
    record Adopt(
            String dir,
            String kind,
            String name,
            Upstream upstream,
            Optional<String> keysDir,
            List<String> trust,
            boolean disableWriters,
            Map<String, String> exchange)
            implements Operation {}

    /**
     * Undoes the exchange of an adoption: what a channel points at is a plain directory at its public path again.
     *
     * @param channel the channel that will be no more
     */
    record GiveBack(String dir, String channel) implements Operation {}

    /** Reads every byte of adopted versions and seals them; all of them when the list is empty. */
    record Seal(String dir, List<String> versions) implements Operation {}

    /** Makes equal files of sealed versions share storage, after comparing their bytes. */
    record ShareCopies(String dir) implements Operation {}

    /**
     * Syncs, verifies and seals one new version from upstream.
     *
     * @param version its name, when upstream is not to decide
     * @param promote channel to move to it afterwards
     * @param allowBootCritical whether a boot-critical change may be promoted without a person
     * @param overrides names of guards to pass over
     * @param trust fingerprints of new keys to trust
     * @param grace whether what a new index drops stays beside it for one version; the repository's policy when empty
     */
    record Update(
            String dir,
            Optional<String> version,
            Optional<String> promote,
            boolean allowBootCritical,
            List<String> overrides,
            List<String> trust,
            Optional<Boolean> grace)
            implements Operation {

        /** An update that keeps to the repository's policy of grace. */
        public Update(
                String dir,
                Optional<String> version,
                Optional<String> promote,
                boolean allowBootCritical,
                List<String> overrides,
                List<String> trust) {
            this(dir, version, promote, allowBootCritical, overrides, trust, Optional.empty());
        }
    }

    /** Creates or continues a staged version, never seals. */
    record Sync(String dir, Optional<String> version, List<String> overrides, List<String> trust)
            implements Operation {}

    /** Makes the sealed version {@code to} from {@code from}, sharing its files. */
    record Snapshot(String dir, String from, String to) implements Operation {}

    /** Moves a channel to a version; the channel is created when {@code create} says so. */
    record Promote(String dir, String version, String channel, boolean create, boolean allowBootCritical, String reason)
            implements Operation {}

    /**
     * Moves a channel back to {@code to}, or to its last good version, and holds it there unless told otherwise.
     *
     * @param byRef where channels are refs, whether the ref goes back to an earlier commit instead of a new one with its content
     */
    record Rollback(String dir, String channel, Optional<String> to, boolean hold, String reason, boolean byRef)
            implements Operation {

        /** A rollback in the usual way of the kind. */
        public Rollback(String dir, String channel, Optional<String> to, boolean hold, String reason) {
            this(dir, channel, to, hold, reason, false);
        }
    }

    /** Lifts the hold of a channel. */
    record Release(String dir, String channel, String reason) implements Operation {}

    /** Protects a version from pruning. */
    record Pin(String dir, String version, String reason) implements Operation {}

    /** Takes that protection away. */
    record Unpin(String dir, String version) implements Operation {}

    /** Reads every byte of a version, or of all, and compares it with the manifest. */
    record Verify(String dir, Optional<String> version) implements Operation {}

    /** Deletes the named versions, or all but the newest {@code keep} when the list is empty. */
    record Prune(String dir, List<String> versions, int keep) implements Operation {}

    /**
     * Makes the deltas between the images of a repository that its settings ask for, and publishes them.
     *
     * @param takeIn whether images that are no versions yet are taken in and enter their series first
     * @param series the images of some series from now on, oldest first, by their names
     * @param extras images from which deltas are wanted beside those, by the image that they lead to; as before when empty
     */
    record MakeDeltas(String dir, boolean takeIn, Map<String, List<String>> series, Map<String, List<String>> extras)
            implements Operation {
        public MakeDeltas {
            series = Map.copyOf(series);
            extras = Map.copyOf(extras);
        }
    }

    /** Saves other settings; kind, id and format cannot change. */
    record Configure(
            String dir,
            String name,
            Upstream upstream,
            TransferSettings transfer,
            Policies policies,
            Map<String, ChannelPolicy> channelPolicies)
            implements Operation {}

    /**
     * An operation on a mirror host. It carries the host with it, so that it means the same wherever it is carried out.
     */
    sealed interface OnHost extends Operation {

        /** How {@link #dir} begins where no repository of this or another console is concerned. */
        String PLACE = "host:";

        /** The host concerned. */
        Host host();

        /** The host as a place, where the operation needs nothing but it. */
        private static String place(Host host, String repository) {
            return PLACE + host.name() + (repository.isEmpty() ? "" : "/" + repository);
        }
    }

    /**
     * Brings a sealed version to a host: staged there, verified there, sealed there. No channel moves.
     *
     * @param version its name
     */
    record Publish(String dir, Host host, String version) implements OnHost {}

    /**
     * Moves a channel of a host to a version that lies there.
     *
     * @param dir the repository here, whose sealed version the host's must be
     */
    record SwitchThere(String dir, Host host, String version, String channel, String reason) implements OnHost {}

    /**
     * Moves a channel of a host back with nothing but what lies there, and holds it unless told otherwise.
     *
     * @param repository its name on the host
     */
    record RollbackThere(Host host, String repository, String channel, Optional<String> to, boolean hold, String reason)
            implements OnHost {
        @Override
        public String dir() {
            return OnHost.place(host, repository);
        }
    }

    /** Lifts the hold of a channel of a host. */
    record ReleaseThere(Host host, String repository, String channel, String reason) implements OnHost {
        @Override
        public String dir() {
            return OnHost.place(host, repository);
        }
    }

    /** Makes a host what its profile says. */
    record Provision(Host host) implements OnHost {
        @Override
        public String dir() {
            return OnHost.place(host, "");
        }
    }
}
