package io.tidemark.host.provision;

import io.tidemark.model.HostProfile;
import java.util.List;
import java.util.stream.Collectors;

/** For how long others may keep what a host publishes: what changes for a minute, what belongs to a version for a year. */
final class Caching {

    static final String SHORT = "public, max-age=60, must-revalidate";
    static final String LONG = "public, max-age=31536000, immutable";

    private Caching() {}

    /** Regular expression (PCRE) of the paths of a tree that change, or one that matches nothing. */
    static String moving(HostProfile.Tree tree) {
        return paths(tree.moving(), "^/" + quoted(tree.name()) + "/(?:", ")(?:/|$)");
    }

    /** Regular expression of the files of a tree that belong to a version. */
    static String fixed(HostProfile.Tree tree) {
        return "^/" + quoted(tree.name()) + "/.*[^/]$";
    }

    private static String paths(List<String> paths, String before, String after) {
        return paths.isEmpty()
                ? "^(?!)"
                : paths.stream().map(Caching::quoted).collect(Collectors.joining("|", before, after));
    }

    /** Text of which no character means anything to a regular expression. */
    private static String quoted(String text) {
        return text.replaceAll("[^A-Za-z0-9_/ -]", "[$0]").replace(" ", "\\s").replace("[^]", "\\^");
    }
}
