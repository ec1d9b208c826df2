package io.tidemark.host.publish;

import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A staged tree on a host, compared with the manifest as far as a list of it tells.
 *
 * @param drop what lies there and must not, or not so
 * @param missing what does not lie there
 * @param read files whose content has to be read, since they are not the base's
 * @param inherited files that are the base's own, and the same in both manifests
 * @param modes directories with another mode
 */
record TreeCheck(
        List<EntryPath> drop,
        List<ManifestEntry> missing,
        List<ManifestEntry> read,
        long inherited,
        List<ManifestEntry> modes) {

    /** The directory in which rsync keeps what it got of a file. */
    static final String PARTIAL = ".tidemark-partial";

    /** Compares. */
    static TreeCheck of(Cargo cargo, Nodes staged, Nodes base) {
        TreeCheck check = new TreeCheck(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0, new ArrayList<>());
        Set<EntryPath> expected = HashSet.newHashSet(cargo.entries().size());
        long inherited = 0;
        for (ManifestEntry entry : cargo.entries()) {
            expected.add(entry.path());
            Nodes.Node node = staged.byPath().get(entry.path());
            inherited += check.take(entry, node, cargo, base) ? 1 : 0;
        }
        staged.byPath().keySet().stream()
                .filter(path -> !expected.contains(path))
                .forEach(check.drop::add);
        return new TreeCheck(check.drop, check.missing, check.read, inherited, check.modes);
    }

    /**
     * The same, nothing thrown away of what a cut rsync left: it goes on with that, and what comes of it is read like the rest.
     */
    TreeCheck resumed(Nodes staged) {
        Predicate<EntryPath> part = path -> {
            Nodes.Node node = staged.byPath().get(path);
            boolean kept = path.text().contains(PARTIAL)
                    || missing.stream().anyMatch(entry -> entry.path().equals(path));
            return kept && (node.type() == Type.FILE || node.type() == Type.DIRECTORY);
        };
        return new TreeCheck(drop.stream().filter(part.negate()).toList(), missing, read, inherited, modes);
    }

    /** The same after some files were read and found wrong. */
    TreeCheck without(List<ManifestEntry> wrong) {
        return new TreeCheck(wrong.stream().map(ManifestEntry::path).toList(), wrong, List.of(), inherited, List.of());
    }

    /** Takes one entry in; whether it inherits. */
    private boolean take(ManifestEntry entry, Nodes.Node node, Cargo cargo, Nodes base) {
        if (node == null) {
            missing.add(entry);
            return false;
        }
        boolean ofBase =
                node.type() == Type.FILE && sameFile(node, base.byPath().get(entry.path()));
        boolean same = cargo.shared().contains(entry.path());
        boolean found = cargo.flat() && same && node.type() == Type.FILE && node.size() == entry.size();
        if (!found && (!node.looksLike(entry) || (ofBase && !same))) {
            drop.add(entry.path());
            missing.add(entry);
            return false;
        }
        if (entry.type() == Type.DIRECTORY && node.mode() != entry.mode()) {
            modes.add(entry);
        }
        if (entry.type() == Type.FILE && !ofBase) {
            read.add(entry);
        }
        return ofBase;
    }

    /** One file under two names. A file of some other name of the base's could be anything, and is read. */
    private static boolean sameFile(Nodes.Node node, Nodes.Node base) {
        return base != null && base.type() == Type.FILE && base.file().equals(node.file());
    }
}
