package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation is killed before each of its changes to the disk, and its recovery again before each of the recovery's.
 * The next start must find the state before or the state after, and a further start must find nothing to do.
 */
class CrashSweepTest {

    @TempDir(factory = QuickDisk.class)
    Path temp;

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.tidemark.store.Swept#operations")
    void isWholeAfterAKill(String name, Mirror.Writing writing) throws Exception {
        sweep(name, writing, Swept.STRIDE, Swept::prepareAdopted);
    }

    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.tidemark.store.Swept#all")
    void isWholeAfterAKillAnywhere(String name, Mirror.Writing writing) throws Exception {
        sweep(name, writing, 1, Swept::prepare);
    }

    private void sweep(String name, Mirror.Writing writing, int stride, Swept.Preparing preparing) throws Exception {
        Picture before = Picture.of(preparing.at(temp.resolve("before")));
        Mirror done = preparing.at(temp.resolve("done"));
        done.write(writing);
        Picture after = Picture.of(done);
        int points = 0;
        for (int n = Swept.first(name, stride); n < Swept.ENDLESS; n += stride) {
            Mirror mirror = preparing.at(temp.resolve("kill-" + n));
            if (!killed(mirror, writing, n)) {
                assertTrue(points * stride > 8, name + " has only " + points + " changes to the disk");
                return;
            }
            points++;
            killRecovery(mirror);
            Recovered.requireEither(name + " killed before change " + n, before, after, mirror);
        }
        throw new AssertionError(name + " never ended");
    }

    private static boolean killed(Mirror mirror, Mirror.Writing writing, int n) throws Exception {
        try {
            mirror.write(new Disk(Faults.killAt(n)), writing);
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    /** Recovers, killed before its first change, then before its second, until one gets through. */
    private static void killRecovery(Mirror mirror) throws Exception {
        for (int n = 1; n < Swept.ENDLESS; n++) {
            try {
                mirror.write(new Disk(Faults.killAt(n)), s -> {});
                return;
            } catch (Killed e) {
                assertTrue(n < Swept.ENDLESS - 1, "recovery never ended");
            }
        }
    }
}
