package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Making, sharing and reading versions is killed before each change to the disk, or meets an error there. Whatever happens,
 * a version is sealed and whole or it does not exist, and no byte, mode or time of the others is different.
 */
class SealingSweepTest {

    /** An ordinary build looks at some of the points, the campaign (group {@code long}) at all. */
    private static final int STRIDE = 5;

    private static final int[] ERRNOS = {Errno.ENOSPC, Errno.EIO, Errno.EROFS, Errno.EDQUOT};

    @TempDir(factory = QuickDisk.class)
    Path temp;

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.tidemark.store.SealingSweep#operations")
    void isWholeAfterAKill(String name, Mirror.Writing writing) throws Exception {
        kill(name, writing, STRIDE);
    }

    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.tidemark.store.SealingSweep#operations")
    void isWholeAfterAKillAnywhere(String name, Mirror.Writing writing) throws Exception {
        kill(name, writing, 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.tidemark.store.SealingSweep#operations")
    void isWholeAfterAnError(String name, Mirror.Writing writing) throws Exception {
        fail(name, writing, STRIDE);
    }

    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.tidemark.store.SealingSweep#operations")
    void isWholeAfterAnErrorAnywhere(String name, Mirror.Writing writing) throws Exception {
        fail(name, writing, 1);
    }

    private void kill(String name, Mirror.Writing writing, int stride) throws Exception {
        for (int n = 1; n < Swept.ENDLESS; n += stride) {
            Depot depot = SealingSweep.prepare(temp.resolve("kill-" + n));
            Map<String, Map<String, String>> before = SealingSweep.seen(depot);
            Faults faults = Faults.killAt(n);
            if (!killed(depot.on(new Disk(faults)), writing)) {
                assertTrue(n > 4, name + " makes only " + n + " changes to the disk");
                return;
            }
            killRecovery(depot);
            SealingSweep.judge(name + " killed before change " + n, depot, before, writing);
            remove(temp.resolve("kill-" + n));
        }
        throw new AssertionError(name + " never ended");
    }

    private void fail(String name, Mirror.Writing writing, int stride) throws Exception {
        boolean met = true;
        for (int n = 1; met; n += stride) {
            int errno = ERRNOS[n / stride % ERRNOS.length];
            met = fails(name + " errno " + errno + " at " + n, Faults.failAt(n, errno), writing)
                    | fails(name + " errno " + errno + " from " + n, Faults.failFrom(n, errno), writing);
        }
    }

    private boolean fails(String what, Faults faults, Mirror.Writing writing) throws Exception {
        Depot depot = SealingSweep.prepare(temp.resolve(what));
        Map<String, Map<String, String>> before = SealingSweep.seen(depot);
        Optional<Problem> problem = attempt(depot.on(new Disk(faults)), writing);
        problem.ifPresent(p -> assertEquals(Problem.Category.STORAGE, p.category(), what + " " + p));
        SealingSweep.judge(what, depot, before, writing);
        remove(temp.resolve(what));
        return faults.met();
    }

    private static Optional<Problem> attempt(Depot depot, Mirror.Writing writing) throws Exception {
        try {
            depot.write(writing);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    private static boolean killed(Depot depot, Mirror.Writing writing) throws Exception {
        try {
            depot.write(writing);
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    /** Recovers, killed before its first change, then before its second, until one gets through. */
    private static void killRecovery(Depot depot) throws Exception {
        for (int n = 1; n < Swept.ENDLESS; n++) {
            if (!killed(depot.on(new Disk(Faults.killAt(n))), s -> {})) {
                return;
            }
        }
        throw new AssertionError("recovery never ended");
    }

    private static void remove(Path top) throws IOException {
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
