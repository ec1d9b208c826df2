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

/** The names, kinds, modes, times and bytes of a tree in one digest, taken without any code of the program. */
final class TreeDigest {

    private TreeDigest() {}

    static String of(Path root) throws IOException {
        MessageDigest digest = sha256();
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> all = walk.sorted().toList();
            for (Path path : all) {
                add(digest, root, path);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Path root, Path path) throws IOException {
        String line = root.relativize(path) + "|" + Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        if (Files.isSymbolicLink(path)) {
            digest.update(Files.readSymbolicLink(path).toString().getBytes(StandardCharsets.UTF_8));
        } else if (Files.isRegularFile(path)) {
            digest.update(Files.getLastModifiedTime(path).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(path));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
