package io.tidemark.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A directory in which images of a small system are built from time to time, each a little different from the one before:
 * parts change, some bytes come in between. They are made-up bytes and hold no file system.
 */
final class BuiltImages {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss").withZone(ZoneOffset.UTC);
    private static final int PARTS = 64;
    private static final int PART = 60_000;

    private final Path directory;
    private int built;

    BuiltImages(Path directory) {
        this.directory = directory;
    }

    /** Builds the next image; its name says when. */
    void build(Instant when) throws IOException {
        byte[][] parts = new byte[2 * PARTS][];
        for (int i = 0; i < PARTS; i++) {
            int changed = built - Math.floorMod(built - i, 6);
            parts[2 * i] = Bytes.content("part " + i + " of build " + changed, PART);
            parts[2 * i + 1] = Bytes.utf8(i % 9 == 0 ? "build " + built + " inserted here\n" : "");
        }
        Path file = directory.resolve("puavo-os-demo-bookworm-" + STAMP.format(when) + "-amd64.img");
        Disk.write(file, Bytes.concat(parts), when.getEpochSecond());
        built++;
    }
}
