package io.tidemark.host.publish;

import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.store.RepositoryStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What bringing a version to a host means: everything in it, and what of that lies there already in another version.
 *
 * @param version as it is sealed here
 * @param path where its tree or file lies, relative to the repository, here and there
 * @param file whether it is one file among others
 * @param entries all of it, in the manifest's order
 * @param base the version there that shares most with it
 * @param shared paths that the base has, the same in all but perhaps their time
 * @param figures of the plan
 */
public record Shipment(
        Version version,
        String path,
        boolean file,
        List<ManifestEntry> entries,
        Optional<SealedThere> base,
        Map<EntryPath, ManifestEntry> shared,
        Figures figures) {

    private static final long BLOCK = 4096;

    /**
     * Sums of a shipment.
     *
     * @param room bytes that it takes on the host's disk, in whole blocks
     */
    public record Figures(long sendFiles, long sendBytes, long shareFiles, long shareBytes, long room) {}

    /**
     * Compares a sealed version with all that lie there and here.
     *
     * @throws ProblemException if a manifest cannot be read
     */
    public static Shipment of(RepositoryStore store, Version version, CopyState there) throws ProblemException {
        List<ManifestEntry> entries = all(store, version.name());
        Optional<SealedThere> base = Optional.empty();
        Map<EntryPath, ManifestEntry> shared = Map.of();
        long best = 0;
        for (SealedThere candidate : there.sealed()) {
            if (known(store, candidate)) {
                Map<EntryPath, ManifestEntry> common = common(entries, all(store, candidate.name()));
                long bytes =
                        common.values().stream().mapToLong(ManifestEntry::size).sum() + common.size();
                if (bytes > best) {
                    best = bytes;
                    base = Optional.of(candidate);
                    shared = common;
                }
            }
        }
        Path tree = store.tree(version.name());
        String path = store.root().relativize(tree).toString();
        return new Shipment(version, path, Files.isRegularFile(tree), entries, base, shared, figures(entries, shared));
    }

    /** Whether the same version is sealed here, so that its manifest is at hand. */
    private static boolean known(RepositoryStore store, SealedThere candidate) throws ProblemException {
        return store.version(candidate.name())
                .filter(v -> v.state() == VersionState.SEALED)
                .filter(v -> v.rootDigest().equals(candidate.rootDigest()))
                .isPresent();
    }

    private static List<ManifestEntry> all(RepositoryStore store, String version) throws ProblemException {
        try (Stream<ManifestEntry> lines = store.manifest(version)) {
            return lines.toList();
        }
    }

    private static Map<EntryPath, ManifestEntry> common(List<ManifestEntry> entries, List<ManifestEntry> base) {
        Map<EntryPath, ManifestEntry> there = HashMap.newHashMap(base.size());
        base.forEach(entry -> there.put(entry.path(), entry));
        Map<EntryPath, ManifestEntry> common = new HashMap<>();
        for (ManifestEntry entry : entries) {
            ManifestEntry same = there.get(entry.path());
            if (entry.type() == ManifestEntry.Type.FILE && same != null && same.sameAs(entry)) {
                common.put(entry.path(), same);
            }
        }
        return common;
    }

    private static Figures figures(List<ManifestEntry> entries, Map<EntryPath, ManifestEntry> shared) {
        long bytes = 0;
        long files = 0;
        long room = 0;
        for (ManifestEntry entry : entries) {
            if (!shared.containsKey(entry.path())) {
                boolean file = entry.type() == ManifestEntry.Type.FILE;
                files += file ? 1 : 0;
                bytes += entry.size();
                room += (entry.size() + BLOCK - 1) / BLOCK * BLOCK + (file ? 0 : BLOCK);
            }
        }
        long sharedBytes =
                shared.values().stream().mapToLong(ManifestEntry::size).sum();
        // The manifest, the facts, and room for a directory that grew.
        return new Figures(files, bytes, shared.size(), sharedBytes, room + 64L * entries.size() + (1 << 20));
    }

    /** Its regular files. */
    List<ManifestEntry> files() {
        return of(ManifestEntry.Type.FILE);
    }

    List<ManifestEntry> of(ManifestEntry.Type type) {
        List<ManifestEntry> chosen = new ArrayList<>();
        entries.stream().filter(entry -> entry.type() == type).forEach(chosen::add);
        return chosen;
    }
}
