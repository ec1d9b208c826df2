package io.tidemark.store;

import io.tidemark.model.ManifestEntry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer in which entries become lines; reused from line to line. */
final class ManifestLine {

    byte[] bytes = new byte[1 << 12];
    int length;

    /** Adds the line of an entry, with its line end. */
    void add(ManifestEntry entry) {
        put(ManifestFormat.PATH);
        text(entry.path().text());
        switch (entry.type()) {
            case FILE -> file(entry);
            case DIRECTORY -> {
                put(ManifestFormat.DIRECTORY);
                mode(entry.mode());
            }
            case SYMLINK -> {
                put(ManifestFormat.SYMLINK);
                text(entry.target());
            }
        }
        put(ManifestFormat.END);
    }

    private void file(ManifestEntry entry) {
        put(ManifestFormat.FILE);
        mode(entry.mode());
        put(ManifestFormat.SIZE);
        number(entry.size());
        put(ManifestFormat.SHA256);
        put(entry.sha256().getBytes(StandardCharsets.US_ASCII));
    }

    void put(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(2 * utf8.length);
        for (byte b : utf8) {
            if (b == '"' || b == '\\') {
                bytes[length++] = '\\';
            }
            bytes[length++] = b;
        }
    }

    private void mode(int mode) {
        room(4);
        for (int shift = 9; shift >= 0; shift -= 3) {
            bytes[length++] = (byte) ('0' + (mode >> shift & 7));
        }
    }

    private void number(long number) {
        if (number < 10) {
            room(1);
            bytes[length++] = (byte) ('0' + number);
        } else {
            put(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
