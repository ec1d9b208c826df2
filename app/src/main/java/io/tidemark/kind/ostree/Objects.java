package io.tidemark.kind.ostree;

import io.tidemark.model.ProblemException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The objects of one repository. What describes others (commits, directories) is compared with its name before it is used,
 * so that no circle can be built; files are not read beyond their heads. Safe for all threads.
 *
 * @param repository where it lies
 * @param archive whether files are kept compressed
 */
record Objects(Path repository, boolean archive) {

    /** libostree's own limit is 128 MiB; nothing honest comes near to half of it. */
    static final int LARGEST = 64 << 20;

    private static final int LARGEST_HEAD = 1 << 20;

    /** What is read from bytes. */
    private interface Format<T> {
        T read(byte[] object) throws Malformed;
    }

    boolean has(Checksum checksum, ObjectType type) {
        return Files.isRegularFile(path(checksum, type), LinkOption.NOFOLLOW_LINKS);
    }

    Path path(Checksum checksum, ObjectType type) {
        return repository.resolve(type.path(checksum));
    }

    /** The commit of this name, empty where it was not fetched. */
    Optional<Commit> findCommit(Checksum id) throws ProblemException {
        return has(id, ObjectType.COMMIT) ? Optional.of(commit(id)) : Optional.empty();
    }

    Commit commit(Checksum id) throws ProblemException {
        return read(id, ObjectType.COMMIT, bytes -> Commit.read(id, bytes));
    }

    /** The bytes of a commit, as its signatures cover them. */
    byte[] rawCommit(Checksum id) throws ProblemException {
        return read(id, ObjectType.COMMIT, bytes -> bytes);
    }

    DirTree tree(Checksum id) throws ProblemException {
        return read(id, ObjectType.TREE, DirTree::read);
    }

    DirMeta meta(Checksum id) throws ProblemException {
        return read(id, ObjectType.TREE_META, DirMeta::read);
    }

    /** The words about a commit that its name does not cover, none where there are none. */
    Detached detached(Checksum id) throws ProblemException {
        Path file = path(id, ObjectType.COMMIT_META);
        if (!has(id, ObjectType.COMMIT_META)) {
            return Detached.none();
        }
        try {
            return Detached.read(bounded(file));
        } catch (Malformed damaged) {
            throw Problems.damaged(file, damaged);
        } catch (IOException failed) {
            throw Problems.unreadable(file, failed);
        }
    }

    /** Bytes that a file takes in the repository. */
    long stored(Checksum file) throws ProblemException {
        Path path = path(file, archive ? ObjectType.PACKED : ObjectType.PLAIN);
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .size();
        } catch (NoSuchFileException missing) {
            throw Problems.missing(repository, file);
        } catch (IOException failed) {
            throw Problems.unreadable(path, failed);
        }
    }

    /** Size, mode and target of a file; where it is not compressed, of what the file system says. */
    FileHead head(Checksum file) throws ProblemException {
        if (!archive) {
            return new FileHead(stored(file), 0, 0, plainMode(file), "");
        }
        Path path = path(file, ObjectType.PACKED);
        try (DataInputStream in = new DataInputStream(Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS))) {
            return head(in);
        } catch (NoSuchFileException missing) {
            throw Problems.missing(repository, file);
        } catch (Malformed damaged) {
            throw Problems.damaged(path, damaged);
        } catch (IOException failed) {
            throw Problems.unreadable(path, failed);
        }
    }

    private static FileHead head(DataInputStream in) throws IOException, Malformed {
        int length = in.readInt();
        if (length < 0 || length > LARGEST_HEAD || in.readInt() != 0) {
            throw new Malformed("length of a file's head");
        }
        return FileHead.read(in.readNBytes(length));
    }

    private int plainMode(Checksum file) {
        return Files.isSymbolicLink(path(file, ObjectType.PLAIN)) ? 0xa000 : 0x8000;
    }

    private <T> T read(Checksum id, ObjectType type, Format<T> format) throws ProblemException {
        Path file = path(id, type);
        try {
            byte[] object = bounded(file);
            if (!Checksum.ofContent(object).equals(id)) {
                throw new Malformed("content that does not belong to its name");
            }
            return format.read(object);
        } catch (NoSuchFileException missing) {
            throw Problems.missing(repository, id);
        } catch (Malformed damaged) {
            throw Problems.damaged(file, damaged);
        } catch (IOException failed) {
            throw Problems.unreadable(file, failed);
        }
    }

    private static byte[] bounded(Path file) throws IOException, Malformed {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] object = in.readNBytes(LARGEST + 1);
            if (object.length > LARGEST) {
                throw new Malformed("larger than anything honest");
            }
            return object;
        }
    }
}
