package io.tidemark.store;

import java.util.List;
import java.util.Map;

/**
 * Files that take their public places in one go, and what clients follow afterwards, in the layout in which versions are
 * files of one flat tree.
 *
 * @param files in the order in which they are to appear: data before what names them
 * @param removals paths relative to the repository that go away after that; what is not there does not matter
 * @param series the versions of every series afterwards, oldest first
 * @param turns channels that are led by another version from now on, or are new
 */
public record Publication(
        List<Placement> files, List<String> removals, Map<String, List<String>> series, List<Turn> turns) {

    public Publication {
        files = List.copyOf(files);
        removals = List.copyOf(removals);
        series = Map.copyOf(series);
        turns = List.copyOf(turns);
    }

    /**
     * One file that takes its public place, whatever file lay there before.
     *
     * @param product its name among the products
     * @param path its place relative to the repository
     */
    public record Placement(String product, String path) {}

    /**
     * A channel that is led by another version.
     *
     * @param link where the document of its series lies, relative to the repository
     * @param version the version that leads it now
     * @param rollback whether it goes back; only then may a held channel turn
     * @param hold whether it is held there afterwards
     */
    public record Turn(String channel, String link, String version, boolean rollback, boolean hold, String reason) {}
}
