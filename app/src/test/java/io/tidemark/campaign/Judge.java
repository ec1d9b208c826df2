package io.tidemark.campaign;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks at a repository as its clients do, with nothing of the program: every version directory that was ever seen
 * complete must stay exactly as it was, and the channel must lead to one of them.
 */
final class Judge {

    private final Path repository;
    private final Path link;
    private final Map<String, String> known = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

    Judge(Path repository, String channel) {
        this.repository = repository;
        this.link = repository.resolve(channel);
    }

    List<String> violations() {
        return violations;
    }

    /** The version directories that clients can see. */
    List<String> visible() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(repository)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.startsWith(".") && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    names.add(name);
                }
            }
        }
        names.sort(null);
        return names;
    }

    /** What the channel points at. */
    String target() throws IOException {
        return Files.readSymbolicLink(link).toString();
    }

    /**
     * Looks at everything.
     *
     * @param expected the digest a version that is new must have, by name
     */
    void look(String when, Map<String, String> expected) throws IOException {
        List<String> visible = visible();
        if (!Files.isSymbolicLink(link) || !visible.contains(target())) {
            violations.add(when + ": the channel leads nowhere");
        }
        for (String name : visible) {
            String digest = TreeDigest.of(repository.resolve(name));
            String before = known.getOrDefault(name, expected.get(name));
            if (before != null && !before.equals(digest)) {
                violations.add(when + ": version " + name + " is torn or changed");
            }
            known.put(name, digest);
        }
        known.keySet().retainAll(visible);
    }

    /** The digest of a version seen complete. */
    String digest(String name) {
        return known.get(name);
    }
}
