package io.tidemark.kind.alpine;

import io.tidemark.kind.WantedFile;
import io.tidemark.source.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the files that a version shall hold, each path once, in the order in which it is to be built. */
final class WantedFiles {

    /** Packages, images, boot files. */
    static final int DATA = 0;
    /** Sums and signatures beside them. */
    static final int SIBLINGS = 1;
    /** Indexes and links: what clients read first is built last. */
    static final int INDEXES = 2;

    private final Fetch fetch;
    private final String prefix;
    private final List<WantedFile> files = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();

    WantedFiles(Fetch fetch, AlpineOptions options) {
        this.fetch = fetch;
        this.prefix = options.prefix().isEmpty() ? "" : options.prefix() + "/";
    }

    /** Where a path of upstream's lies in the version. */
    String placed(String path) {
        return prefix + path;
    }

    /** A file to fetch or to share. */
    void add(String path, long size, String identity, int phase) {
        add(path, size, identity, phase, Optional.empty());
    }

    /** A file that so far only a listing promised. */
    void addListed(String directory, Entry entry) {
        add(directory + "/" + entry.name(), entry.size(), Identity.listed(entry), DATA, entry.modified());
    }

    private void add(String path, long size, String identity, int phase, Optional<Instant> modified) {
        if (paths.add(path)) {
            files.add(new WantedFile(
                    placed(path),
                    fetch.location(path),
                    size,
                    identity,
                    Optional.empty(),
                    Optional.empty(),
                    phase,
                    modified));
        }
    }

    /** A file whose bytes are here already, to be written exactly so. */
    void addContent(String path, Fetch.Fetched fetched) {
        if (paths.add(path)) {
            files.add(new WantedFile(
                    placed(path),
                    fetch.location(path),
                    fetched.bytes().length,
                    Digests.sha256(fetched.bytes()),
                    Optional.of(fetched.bytes()),
                    Optional.empty(),
                    INDEXES,
                    fetched.modified()));
        }
    }

    /** A symbolic link beside its target. */
    void addLink(String path, String target) {
        if (paths.add(path)) {
            files.add(new WantedFile(
                    placed(path),
                    fetch.location(path),
                    0,
                    "link:" + target,
                    Optional.empty(),
                    Optional.of(target),
                    INDEXES,
                    Optional.empty()));
        }
    }

    boolean has(String path) {
        return paths.contains(path);
    }

    /** All of them, lower phases first, else in the order they were added. */
    List<WantedFile> ordered() {
        List<WantedFile> ordered = new ArrayList<>();
        for (int phase = DATA; phase <= INDEXES; phase++) {
            for (WantedFile file : files) {
                if (file.phase() == phase) {
                    ordered.add(file);
                }
            }
        }
        return ordered;
    }

    /** A digest over every promise, whatever its order: equal digests mean that upstream has nothing new. */
    String fingerprint() {
        StringBuilder lines = new StringBuilder();
        files.stream()
                .map(file -> file.path() + "\0" + file.identity() + "\0" + file.size() + "\n")
                .sorted()
                .forEach(lines::append);
        return Digests.sha256(lines.toString());
    }
}
