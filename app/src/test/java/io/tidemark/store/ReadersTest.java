package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {

    private static final int FLIPS = 300;

    @TempDir(factory = QuickDisk.class)
    Path temp;

    @Test
    void aReaderGoingThroughALinkThatMovesNeverFails() throws Exception {
        Mirror mirror = Mirror.adopted(temp.resolve("mirror"));
        AtomicBoolean done = new AtomicBoolean();
        try (var pool = Executors.newSingleThreadExecutor()) {
            Future<List<String>> odd = pool.submit(() -> odd(mirror.root.resolve("stable/main/index"), done));
            mirror.write(s -> {
                for (int i = 0; i < FLIPS; i++) {
                    s.flip(Mirror.promote(i % 2 == 0 ? "1.3" : "1.2"), TestJob.quiet());
                }
            });
            done.set(true);
            assertEquals(List.of(), odd.get());
        }
        assertEquals(FLIPS + 5, mirror.open().journal().size());
    }

    /** Whatever was read that is not the index of one of the two versions. */
    private static List<String> odd(Path index, AtomicBoolean done) {
        List<String> odd = new ArrayList<>();
        int reads = 0;
        while (!done.get()) {
            String text = read(index);
            if (!text.equals("index of 1.2") && !text.equals("index of 1.3")) {
                odd.add(text);
            }
            reads++;
        }
        assertTrue(reads > 0);
        return odd;
    }

    private static String read(Path index) {
        try {
            return Files.readString(index);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
