package io.tidemark.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The commands that ask a person before they change something. Each opens its dialog in the overlay and answers at once;
 * repositories are named as in the workspace. JavaFX thread only.
 */
public interface Wizards {

    /** Adds a mirror host to the workspace. */
    void addHost();

    /** Says what a host should be. */
    void profile(String host);

    /** Makes a host what its profile says. */
    void provision(String host);

    /** Brings a version to a host; without a name, the person picks one. */
    void publish(String repository, Optional<String> version, Optional<String> host);

    /** Moves a channel of a host to a version that lies there. */
    void switchThere(String host, String repository, Optional<String> version);

    /** Takes a channel of a host back with nothing but what lies there. */
    void rollbackThere(String host, String repository, String channel);

    /** Lifts the hold of a channel of a host. */
    void releaseThere(String host, String repository, String channel);

    /** Adds a repository to the workspace: a new one, or a directory to adopt. */
    void add();

    /** A new version from upstream. */
    void update(String repository);

    /** Creates or continues a staged version. */
    void sync(String repository);

    /** A copy of a sealed version under another name; the one to start from may be preselected. */
    void snapshot(String repository, Optional<String> from);

    /** Moves a channel to a version. */
    void promote(String repository, Optional<String> version);

    /** Takes a channel back; without a name, the one that most likely has to go. */
    void rollback(String repository, Optional<String> channel);

    /** Lifts the hold of a channel. */
    void release(String repository, String channel);

    /** Reads every byte of a version, or of all. */
    void verify(String repository, Optional<String> version);

    /** Reads and seals adopted versions; all of them when the list is empty. */
    void seal(String repository, List<String> versions);

    /** Makes equal files of sealed versions share storage. */
    void shareCopies(String repository);

    /** Deletes versions; some may be preselected. */
    void prune(String repository, List<String> versions);

    /** Makes the deltas that the settings of a repository with images ask for. */
    void makeDeltas(String repository);

    /**
     * Saves which deltas a repository with images wants from now on.
     *
     * @param targets to how many of the newest images of a series deltas lead
     * @param budget bytes that the deltas of a series may take, empty for no limit
     */
    void deltaPolicy(String repository, int targets, OptionalLong budget);

    /** Saves how many clients run each image of a repository, as the person says. */
    void clientCounts(String repository);

    /** Publishes series of a repository with images anew: for each its images, oldest first. */
    void series(String repository, Map<String, List<String>> members);

    /** Protects a version from pruning. */
    void pin(String repository, String version);
}
