package io.tidemark.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A tree in one digest, taken without any code of the program. */
final class TreeDigest {

    private TreeDigest() {}

    /** Names, kinds, modes, times and bytes: what must never change. */
    static String of(Path root) throws IOException {
        return of(root, true);
    }

    /** Names, kinds and bytes alone: what a copy of the tree elsewhere has too. */
    static String content(Path root) throws IOException {
        return of(root, false);
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static String of(Path root, boolean exactly) throws IOException {
        MessageDigest digest = sha256();
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> all = walk.sorted().toList();
            for (Path path : all) {
                digest.update(line(root, path, exactly).getBytes(StandardCharsets.UTF_8));
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    digest.update(Files.readAllBytes(path));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String line(Path root, Path path, boolean exactly) throws IOException {
        String line = root.relativize(path) + "|";
        if (Files.isSymbolicLink(path)) {
            return line + Files.readSymbolicLink(path);
        }
        if (exactly) {
            line += Files.getAttribute(path, "unix:mode") + "|";
        }
        if (Files.isRegularFile(path)) {
            line += Files.size(path) + "|" + (exactly ? Files.getLastModifiedTime(path) : "");
        }
        return line + "\n";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
