package io.tidemark.store;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the link of a channel lies and what it says. Links are relative, so that a repository can be moved and served
 * from a chroot; they lie inside the repository or right beside it.
 *
 * @param root the repository's directory
 * @param link the link's path relative to it, for example {@code latest-stable} or {@code ../panoptiscan}
 */
public record LinkPlace(Path root, String link) {

    private static final String UP = "..";

    /** The same place, if a channel may have it: inside the repository but not in {@code .tidemark/}, or right beside. */
    public static LinkPlace of(Path root, String link) throws ProblemException {
        List<String> parts = List.of(link.split("/", -1));
        List<String> below = parts.getFirst().equals(UP) ? parts.subList(1, parts.size()) : parts;
        boolean beside = below.size() < parts.size();
        boolean odd = below.isEmpty()
                || below.stream().anyMatch(p -> p.isEmpty() || p.equals(".") || p.equals(UP) || p.indexOf(0) >= 0);
        if (odd || (beside && below.size() > 1) || below.getFirst().equals(Layout.OWN)) {
            throw new ProblemException(Problem.of("channel.place", Problem.Category.USAGE, "object", link));
        }
        return new LinkPlace(root, link);
    }

    /** The directory that the link lies in, open. */
    Dir open(Disk disk, Dir rootDir) throws ProblemException {
        String parent = parent();
        return parent.equals(UP) ? disk.open(root.getParent()) : disk.open(rootDir, parent.isEmpty() ? "." : parent);
    }

    /** The link's own name. */
    byte[] name() {
        return Disk.raw(link.substring(link.lastIndexOf('/') + 1));
    }

    /** What the link says when it points at a path relative to the repository. */
    public byte[] text(String versionPath) {
        String parent = parent();
        if (parent.equals(UP)) {
            return Disk.raw(root.getFileName() + "/" + versionPath);
        }
        long depth = parent.isEmpty() ? 0 : parent.chars().filter(c -> c == '/').count() + 1;
        return Disk.raw("../".repeat((int) depth) + versionPath);
    }

    /** The path relative to the repository that the link's text means; empty if it leads elsewhere. */
    public Optional<String> meaning(byte[] text) {
        EntryPath escaped = EntryPath.ofBytes(text);
        try {
            Path base = root.resolve(parent());
            Path target = base.resolve(escaped.text()).normalize();
            return !escaped.escaped() && target.startsWith(root)
                    ? Optional.of(root.relativize(target).toString())
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private String parent() {
        int slash = link.lastIndexOf('/');
        return slash < 0 ? "" : link.substring(0, slash);
    }
}
