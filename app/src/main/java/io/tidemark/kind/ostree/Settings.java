package io.tidemark.kind.ostree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a repository, its file {@code config}.
 *
 * @param mode how files are kept: {@code archive} (written {@code archive-z2}), {@code bare}, {@code bare-user}, …
 * @param collection name of the collection it belongs to, if any
 * @param remotes where it pulls from
 * @param flatpak whether Flatpak keeps words of its own there
 * @param briefSummary whether the summary tells nothing of static deltas, only their indexes do
 */
record Settings(String mode, Optional<String> collection, List<Remote> remotes, boolean flatpak, boolean briefSummary) {

    private static final String REMOTE = "remote \"";

    Settings {
        remotes = List.copyOf(remotes);
    }

    /** A place to pull from, as it is written there. */
    record Remote(String name, String url, boolean verified) {}

    static Settings read(String config) throws Malformed {
        KeyFile file = KeyFile.read(config);
        if (!file.get("core", "repo_version").equals(Optional.of("1"))) {
            throw new Malformed("version of the repository's format other than 1");
        }
        String mode = file.get("core", "mode").orElse("bare").replace("archive-z2", "archive");
        List<Remote> remotes = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> each : file.groups().entrySet()) {
            if (each.getKey().startsWith(REMOTE) && each.getKey().endsWith("\"")) {
                remotes.add(remote(each.getKey(), each.getValue()));
            }
        }
        return new Settings(
                mode,
                file.get("core", "collection-id"),
                remotes,
                file.groups().containsKey("flatpak"),
                file.get("core", "no-deltas-in-summary").equals(Optional.of("true")));
    }

    private static Remote remote(String group, Map<String, String> values) {
        return new Remote(
                group.substring(REMOTE.length(), group.length() - 1),
                values.getOrDefault("url", ""),
                !values.getOrDefault("gpg-verify", "true").equals("false"));
    }

    /** Whether plain web servers can serve it. */
    boolean archive() {
        return mode.equals("archive");
    }
}
