package io.tidemark.kind.alpine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the files of a small tar stream in memory (POSIX ustar). Header checksums and sizes are checked; extension
 * headers, directories and links are passed over. The end blocks may be missing, as apk cuts them off.
 */
final class TarFiles {

    private static final int BLOCK = 512;

    private TarFiles() {}

    /** One regular file; the name is hostile text. */
    record TarFile(String name, byte[] content, long modified) {}

    /** The regular files in their order, at most {@code most}. */
    static List<TarFile> read(byte[] tar, int most) throws Malformed {
        List<TarFile> files = new ArrayList<>();
        int at = 0;
        while (at + BLOCK <= tar.length && !zero(tar, at)) {
            checkSum(tar, at);
            long size = octal(tar, at + 124, 12);
            if (size > tar.length - at - BLOCK) {
                throw Malformed.format("tar entry longer than its archive");
            }
            char type = (char) tar[at + 156];
            int content = at + BLOCK;
            if (type == '0' || type == '\0') {
                files.add(file(tar, at, content, (int) size));
            }
            if (files.size() > most) {
                throw Malformed.bounds("more than " + most + " files in a tar archive");
            }
            at = (int) Math.min(tar.length, content + (size + BLOCK - 1) / BLOCK * BLOCK);
        }
        if (at < tar.length && at + BLOCK > tar.length) {
            throw Malformed.format("tar archive cut short");
        }
        return files;
    }

    private static TarFile file(byte[] tar, int header, int content, int size) throws Malformed {
        String name = text(tar, header, 100);
        boolean ustar = tar[header + 257] == 'u' && tar[header + 262] == 0;
        String prefix = ustar ? text(tar, header + 345, 155) : "";
        byte[] bytes = Arrays.copyOfRange(tar, content, content + size);
        return new TarFile(prefix.isEmpty() ? name : prefix + "/" + name, bytes, octal(tar, header + 136, 12));
    }

    private static boolean zero(byte[] tar, int at) {
        for (int i = at; i < at + BLOCK; i++) {
            if (tar[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static void checkSum(byte[] tar, int at) throws Malformed {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : tar[at + i] & 0xff;
        }
        if (sum != octal(tar, at + 148, 8)) {
            throw Malformed.format("tar header with a wrong checksum");
        }
    }

    private static long octal(byte[] tar, int at, int width) throws Malformed {
        String digits = text(tar, at, width).strip();
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '7')) {
            throw Malformed.format("tar header with a number that is not octal");
        }
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    private static String text(byte[] tar, int at, int width) {
        int end = at;
        while (end < at + width && tar[end] != 0) {
            end++;
        }
        return new String(tar, at, end - at, StandardCharsets.UTF_8);
    }
}
