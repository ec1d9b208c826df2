package io.tidemark.workspace;

import io.tidemark.model.Host;
import java.util.List;

/**
 * The file's content.
 *
 * @param format version of this format
 * @param repositories in the order the person gave them
 * @param hosts in the order in which they were added; absent in files of older programs
 * @param theme {@code light}, {@code dark} or {@code system}
 * @param language {@code en}, {@code fr} or empty for the system's
 * @param scalePercent size of everything, 100 to 200
 */
public record Inventory(
        int format, List<Entry> repositories, List<Host> hosts, String theme, String language, int scalePercent) {

    static final int FORMAT = 1;

    public Inventory {
        repositories = List.copyOf(repositories);
        hosts = hosts == null ? List.of() : List.copyOf(hosts);
    }

    /** A console that knows nothing yet. */
    public static Inventory empty() {
        return new Inventory(FORMAT, List.of(), List.of(), "system", "", 100);
    }

    /** The same with other repositories. */
    public Inventory with(List<Entry> others) {
        return new Inventory(format, others, hosts, theme, language, scalePercent);
    }

    /** The same with other hosts. */
    public Inventory withHosts(List<Host> others) {
        return new Inventory(format, repositories, others, theme, language, scalePercent);
    }

    /** One repository: its name and absolute directory. */
    public record Entry(String name, String dir) {}
}
