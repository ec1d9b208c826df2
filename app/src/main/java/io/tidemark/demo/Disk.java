package io.tidemark.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Writes the upstream's files: each is complete under its name from the first moment, with the time it is given. */
final class Disk {

    private Disk() {}

    static void write(Path file, byte[] content, long seconds) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(part, content);
        Files.setLastModifiedTime(part, FileTime.from(Instant.ofEpochSecond(seconds)));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void link(Path link, String target) throws IOException {
        Path part = link.resolveSibling("." + link.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createSymbolicLink(part, Path.of(target));
        if (Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(link + " is a directory");
        }
        Files.move(part, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
