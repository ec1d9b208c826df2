package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The directories of a version being built, kept open so that a file costs no search for them. Closed with the session,
 * when nobody fetches any more. Safe for all threads.
 */
final class StagedPlace implements AutoCloseable {

    /** Everybody may read what is published, nobody may write it, not even we. */
    static final int MODE = 0444;

    private final StagedArea area;
    private final Disk disk;
    private final Dir tree;
    private final Dir parts;

    /** Names in the directory of parts, so that a new file need not ask the disk whether there is one of it. */
    private final Set<String> left = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    private StagedPlace(StagedArea area, Dir tree, Dir parts) {
        this.area = area;
        this.disk = area.home().disk;
        this.tree = tree;
        this.parts = parts;
    }

    /** Opens an area that was made. */
    static StagedPlace open(StagedArea area) throws ProblemException {
        Dir tree = area.tree("");
        Dir parts = null;
        try {
            parts = area.parts();
            StagedPlace place = new StagedPlace(area, tree, parts);
            area.home().disk.list(parts).forEach(entry -> place.left.add(entry.text()));
            return place;
        } catch (ProblemException | RuntimeException | Error e) {
            tree.close();
            if (parts != null) {
                parts.close();
            }
            throw e;
        }
    }

    /** The directory of parts; not to be closed. */
    Dir parts() {
        return open(parts);
    }

    /** Whether there is a part, or the note of one, of this name. */
    boolean has(String part) {
        return left.contains(part);
    }

    /** Makes a file among the parts; one that an interrupted attempt left makes room. */
    OpenFile createPart(String part, int mode) throws ProblemException {
        byte[] raw = Disk.raw(part);
        left.add(part);
        try {
            return disk.create(parts(), raw, mode);
        } catch (ProblemException e) {
            if (!Errno.is(e, "store.in-the-way")) {
                throw e;
            }
            disk.unlink(parts(), raw);
            return disk.create(parts(), raw, mode);
        }
    }

    /** Removes a part or a note if it is there. */
    void removePart(String part) throws ProblemException {
        if (left.contains(part)) {
            area.home().remove(parts(), part);
            left.remove(part);
        }
    }

    /** Says that a part is none any more: it has its name in the tree. */
    void taken(String part) {
        left.remove(part);
    }

    /** Makes a file of the tree that is not there, and the directories above it. */
    OpenFile createFile(String path) throws ProblemException {
        byte[] raw = Disk.raw(path);
        try {
            return disk.create(open(tree), raw, MODE);
        } catch (ProblemException e) {
            if (!Errno.is(e, "store.missing")) {
                throw e;
            }
            area.directories(StagedArea.directory(path));
            return disk.create(open(tree), raw, MODE);
        }
    }

    private Dir open(Dir dir) {
        if (closed) {
            throw new IllegalStateException(area.path() + " is closed");
        }
        return dir;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            tree.close();
            parts.close();
        }
    }
}
