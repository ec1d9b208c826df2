package io.tidemark.host.publish;

import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ProblemException;
import io.tidemark.store.RepositoryStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Files that are brought into one staged tree on a host, and what is compared with them there.
 *
 * @param staging name of the directory below {@code staging/}
 * @param source name of the version here beside or in which they lie
 * @param flat whether they are single files, which will lie among others; else a whole tree
 * @param at where single files belong, here and there, relative to the repository; "." for itself
 * @param entries all that shall be there
 * @param base path of the tree there, relative to the copy, with which files are shared; empty for none
 * @param shared paths that the base has, the same in all but perhaps their time
 */
record Cargo(
        String staging,
        String source,
        boolean flat,
        String at,
        List<ManifestEntry> entries,
        String base,
        Set<EntryPath> shared) {

    private static final long LARGE = 16L << 20;
    private static final long SMALL = 1L << 16;

    Cargo {
        entries = List.copyOf(entries);
        shared = Set.copyOf(shared);
    }

    /** A version: a tree, or one file. */
    static Cargo of(Shipment shipment) {
        String name = shipment.version().name();
        return shipment.file()
                ? flat(name, name, above(shipment.path()), shipment.entries())
                : new Cargo(
                        name,
                        name,
                        false,
                        "",
                        shipment.entries(),
                        shipment.base().map(SealedThere::path).orElse(""),
                        shipment.shared().keySet());
    }

    /** Single files; of those that lie in their places there already, none is known to be right. */
    static Cargo flat(String staging, String source, String at, List<ManifestEntry> entries) {
        return new Cargo(staging, source, true, at, entries, at, Set.of());
    }

    private static String above(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "." : path.substring(0, slash);
    }

    /** The same, some of which lie in their places there already and are right. */
    Cargo sharing(Set<EntryPath> right) {
        return new Cargo(staging, source, flat, at, entries, base, right);
    }

    /** The directory here below which they lie. */
    Path directory(RepositoryStore store) throws ProblemException {
        return flat ? store.root().resolve(at).normalize() : store.tree(source);
    }

    /** Where rsync finds something to compare with, seen from the staged tree; empty for nowhere. */
    String relative() {
        if (flat) {
            return "../in";
        }
        return base.isEmpty() ? "" : "../../../../" + base;
    }

    /** Whether it would be a pity to begin it anew after a cut. */
    boolean isLarge() {
        return bytes() > (staging.equals(source) ? SMALL : LARGE);
    }

    /** Bytes that have to be sent. */
    long bytes() {
        return entries.stream()
                .filter(entry -> !shared.contains(entry.path()))
                .mapToLong(ManifestEntry::size)
                .sum();
    }
}
