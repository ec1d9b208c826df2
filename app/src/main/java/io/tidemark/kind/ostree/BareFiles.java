package io.tidemark.kind.ostree;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Puts file objects of an archive down as repositories of the modes {@code bare-user} and {@code bare-user-only} keep them:
 * plain, and in the first with owner and mode as an extended attribute {@code user.ostreemeta}, {@code (uuua(ayay))}.
 *
 * @param marked whether that attribute is written
 */
record BareFiles(Objects archive, boolean marked) {

    private static final int MARK = 12;
    private static final int LARGEST_HEAD = 1 << 20;
    private static final String NAME = "ostreemeta";

    /** Whether files in a directory can have such attributes. */
    static boolean canMark(Path directory) {
        try {
            Path probe = Files.createTempFile(directory, "probe", "");
            try {
                write(probe, ByteBuffer.wrap(new byte[MARK]));
                return true;
            } finally {
                Files.delete(probe);
            }
        } catch (IOException | UnsupportedOperationException unable) {
            return false;
        }
    }

    private static void write(Path file, ByteBuffer mark) throws IOException {
        UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        if (view == null) {
            throw new IOException("no extended attributes");
        }
        view.write(NAME, mark);
    }

    /** Puts a regular file down; links are passed over. */
    void put(Checksum id, Path repository) throws IOException, Malformed {
        Path packed = archive.path(id, ObjectType.PACKED);
        try (DataInputStream in = new DataInputStream(Files.newInputStream(packed, LinkOption.NOFOLLOW_LINKS))) {
            int length = in.readInt();
            if (length < 0 || length > LARGEST_HEAD || in.readInt() != 0) {
                throw new Malformed("length of a file's head");
            }
            FileHead head = FileHead.read(in.readNBytes(length));
            if (head.type() == io.tidemark.model.ManifestEntry.Type.FILE) {
                put(head, in, repository.resolve(ObjectType.PLAIN.path(id)));
            }
        }
    }

    private void put(FileHead head, InputStream packed, Path file) throws IOException, Malformed {
        Files.createDirectories(file.getParent());
        Inflater raw = new Inflater(true);
        try (InputStream content = new InflaterInputStream(packed, raw);
                var out = Files.newOutputStream(file)) {
            long left = head.size();
            byte[] buffer = new byte[1 << 16];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                left -= count;
                if (left < 0) {
                    throw new Malformed("more content than its head says");
                }
                out.write(buffer, 0, count);
            }
        } finally {
            raw.end();
        }
        if (marked) {
            write(
                    file,
                    ByteBuffer.allocate(MARK)
                            .putInt((int) head.uid())
                            .putInt((int) head.gid())
                            .putInt(head.mode())
                            .flip());
        }
    }
}
