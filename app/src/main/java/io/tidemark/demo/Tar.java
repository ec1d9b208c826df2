package io.tidemark.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes tar entries in memory: ustar headers (POSIX.1-1988) with pax records (POSIX.1-2001) where asked for. The end of
 * the archive is only written by {@link #end}, because apk cuts it off all streams but the last.
 */
final class Tar {

    private static final int BLOCK = 512;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final long mtime;

    Tar(long mtime) {
        this.mtime = mtime;
    }

    Tar file(String name, byte[] content) {
        return file(name, content, 0644);
    }

    Tar file(String name, byte[] content, int mode) {
        header(name, '0', mode, content.length);
        return padded(content);
    }

    /** A file preceded by pax records, {@code key=value} each. */
    Tar file(String name, byte[] content, int mode, String record) {
        pax(name, record);
        return file(name, content, mode);
    }

    /** The header of a file whose content, and the zeros up to the next block, the caller writes. */
    Tar heading(String name, long size) {
        header(name, '0', 0644, size);
        return this;
    }

    Tar directory(String name) {
        header(name + "/", '5', 0755, 0);
        return this;
    }

    /** The two zero blocks that end an archive. */
    Tar end() {
        out.writeBytes(new byte[2 * BLOCK]);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private void pax(String name, String record) {
        int length = record.length() + 3;
        while (length != String.valueOf(length).length() + record.length() + 2) {
            length++;
        }
        byte[] line = (length + " " + record + "\n").getBytes(StandardCharsets.UTF_8);
        header("./PaxHeaders/" + name.substring(name.lastIndexOf('/') + 1), 'x', 0644, line.length);
        padded(line);
    }

    private Tar padded(byte[] content) {
        out.writeBytes(content);
        out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        return this;
    }

    private void header(String name, char type, int mode, long size) {
        byte[] block = new byte[BLOCK];
        text(block, 0, name);
        text(block, 100, octal(mode, 7));
        text(block, 108, octal(0, 7));
        text(block, 116, octal(0, 7));
        text(block, 124, octal(size, 11));
        text(block, 136, octal(mtime, 11));
        Arrays.fill(block, 148, 156, (byte) ' ');
        block[156] = (byte) type;
        text(block, 257, "ustar\0" + "00");
        text(block, 265, "root");
        text(block, 297, "root");
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xff;
        }
        text(block, 148, octal(sum, 6) + "\0");
        out.writeBytes(block);
    }

    private static String octal(long value, int digits) {
        String text = Long.toOctalString(value);
        return "0".repeat(digits - text.length()) + text;
    }

    private static void text(byte[] block, int at, String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        if (at == 0 && raw.length > 100) {
            throw new IllegalArgumentException("name too long for a plain tar header: " + text);
        }
        System.arraycopy(raw, 0, block, at, raw.length);
    }
}
