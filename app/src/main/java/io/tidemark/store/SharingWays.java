package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * How files are shared on the file system of a repository. Found out by trying, once for each writing session that shares
 * something, and noted in {@code .tidemark/sharing} for readers.
 */
final class SharingWays {

    private static final String FILE = "sharing";
    private static final long BTRFS = 0x9123683eL;
    private static final long XFS = 0x58465342L;
    private static final int LARGEST = 100;

    private SharingWays() {}

    /** What was found out last; before that, what this kind of file system usually can. */
    static RepositoryStore.Sharing known(Home home) throws ProblemException {
        Optional<byte[]> noted = home.read(home.own, FILE, LARGEST);
        String text = noted.map(bytes -> new String(bytes, StandardCharsets.US_ASCII).strip())
                .orElse("");
        for (RepositoryStore.Sharing way : RepositoryStore.Sharing.values()) {
            if (way.name().equals(text)) {
                return way;
            }
        }
        long type = home.own.fileSystem().type();
        return type == BTRFS || type == XFS ? RepositoryStore.Sharing.REFLINK : RepositoryStore.Sharing.HARD_LINK;
    }

    /** Tries with files of our own; under the lock. */
    static RepositoryStore.Sharing find(Home home) throws ProblemException {
        RepositoryStore.Sharing way;
        try (Dir dir = home.dir(Layout.TEMPORARY)) {
            way = attempt(home.disk, dir, UUID.randomUUID().toString());
        }
        if (home.read(home.own, FILE, LARGEST).isEmpty() || known(home) != way) {
            home.replace(home.own, FILE, (way.name() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return way;
    }

    private static RepositoryStore.Sharing attempt(Disk disk, Dir dir, String name) throws ProblemException {
        byte[] one = Disk.raw(name);
        byte[] two = Disk.raw(name + "-2");
        try (OpenFile file = disk.create(dir, one, 0600)) {
            file.write(one, 0, one.length, 0);
            try (OpenFile original = disk.read(dir, one);
                    OpenFile copy = disk.create(dir, two, 0600)) {
                if (copy.cloneOf(original)) {
                    return RepositoryStore.Sharing.REFLINK;
                }
            }
            disk.unlink(dir, two);
            return links(disk, dir, one, two) ? RepositoryStore.Sharing.HARD_LINK : RepositoryStore.Sharing.COPY;
        } finally {
            for (byte[] made : new byte[][] {one, two}) {
                if (disk.stat(dir, made).isPresent()) {
                    disk.unlink(dir, made);
                }
            }
        }
    }

    private static boolean links(Disk disk, Dir dir, byte[] one, byte[] two) throws ProblemException {
        try {
            disk.link(dir, one, dir, two);
            return true;
        } catch (ProblemException e) {
            if (cannotLink(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Whether a link failed in a way that a copy makes good: not allowed, too many, another file system, none at all. */
    static boolean cannotLink(ProblemException e) {
        return switch (e.problem().code()) {
            case "store.permission", "store.links", "store.cross-device" -> true;
            default -> false;
        };
    }
}
