package io.tidemark.kind.ostree;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes static deltas from the disk. The file that names the others goes first: what is left of a removal that was killed is
 * no delta any more. What has no such file, and was not touched for an hour, is what somebody left half made.
 */
final class DeltaRemoval {

    private static final Duration LONG_AGO = Duration.ofHours(1);

    private DeltaRemoval() {}

    /** Removes the delta in a directory; bytes that are free now. */
    static long of(Path delta) throws IOException {
        if (!Files.isDirectory(delta, LinkOption.NOFOLLOW_LINKS)) {
            return 0;
        }
        long bytes = Trees.bytes(List.of(delta));
        Files.deleteIfExists(delta.resolve(StaticDeltas.HEAD));
        Trees.delete(delta);
        try {
            Files.deleteIfExists(delta.getParent());
        } catch (DirectoryNotEmptyException others) {
            return bytes;
        }
        return bytes;
    }

    /** Removes what is no delta and becomes none; bytes that are free now. */
    static long remains(Path repository) throws IOException {
        long freed = 0;
        for (Path start : directories(repository.resolve("deltas"))) {
            for (Path each : directories(start)) {
                boolean whole = Files.exists(each.resolve(StaticDeltas.HEAD), LinkOption.NOFOLLOW_LINKS);
                if (!whole
                        && Files.getLastModifiedTime(each)
                                .toInstant()
                                .isBefore(Instant.now().minus(LONG_AGO))) {
                    freed += of(each);
                }
            }
        }
        return freed;
    }

    private static List<Path> directories(Path parent) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
                for (Path each : entries) {
                    if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                        found.add(each);
                    }
                }
            }
        }
        return found;
    }
}
