package io.tidemark.store;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.Optional;

/**
 * Whose a file is and who may read it, carried over to the one that takes its place. Nobody may read the new one, on the way
 * there, who could not read the old one.
 *
 * @param file its path, for messages
 * @param old as the file was
 * @param list its access control list beyond the permission bits, if it has one
 */
record Belonging(String file, Stat old, Optional<byte[]> list) {

    private static final int ALL = 0777;

    static Belonging of(Disk disk, Dir dir, byte[] name) throws ProblemException {
        try (OpenFile file = disk.read(dir, name)) {
            return new Belonging(dir.path(name), file.stat(), file.accessList());
        }
    }

    /**
     * Gives the new file, which only this account can read so far, owner and group first, then the rights.
     *
     * @throws ProblemException {@code store.owner} where this account may not, and somebody would lose or gain access
     */
    void give(OpenFile fresh) throws ProblemException {
        Stat now = fresh.stat();
        boolean same = now.uid() == old.uid() && now.gid() == old.gid();
        if (!same && !fresh.chown(old.uid(), old.gid()) && (now.uid() != old.uid() || groupCounts())) {
            throw refused();
        }
        fresh.accessList(list);
        fresh.chmod(old.permissions() & ALL);
    }

    /** Whether the group may do something else than everybody else may. */
    private boolean groupCounts() {
        return list.isPresent() || (old.permissions() >> 3 & 7) != (old.permissions() & 7);
    }

    private ProblemException refused() {
        return new ProblemException(Problem.of(
                "store.owner",
                Problem.Category.REFUSED,
                "object",
                file,
                "uid",
                Integer.toUnsignedString(old.uid()),
                "gid",
                Integer.toUnsignedString(old.gid()),
                "user",
                System.getProperty("user.name", "?")));
    }
}
