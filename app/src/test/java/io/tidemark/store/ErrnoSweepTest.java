package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each change to the disk that an operation makes fails in turn, once or for good from there on. The operation either
 * succeeds or says what it left behind, and what it says is true.
 */
class ErrnoSweepTest {

    private static final int[] ERRNOS = {Errno.ENOSPC, Errno.EIO, Errno.EROFS, Errno.EDQUOT};

    @TempDir(factory = QuickDisk.class)
    Path temp;

    private Swept.Preparing preparing;
    private Picture before;
    private Picture after;

    /** Changes fail once and for good, with the errnos taking turns. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.tidemark.store.Swept#operations")
    void isWholeAfterAnErrorAnywhere(String name, Mirror.Writing writing) throws Exception {
        picture(writing, Swept::prepareAdopted);
        sweep(name + " once", writing, Swept.STRIDE, n -> Faults.failAt(n, ERRNOS[n / Swept.STRIDE % ERRNOS.length]));
        sweep(
                name + " for good",
                writing,
                Swept.STRIDE,
                n -> Faults.failFrom(n, ERRNOS[n / Swept.STRIDE % ERRNOS.length]));
    }

    /** Each change fails with every errno. */
    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.tidemark.store.Swept#all")
    void isWholeAfterEveryErrorEverywhere(String name, Mirror.Writing writing) throws Exception {
        picture(writing, Swept::prepare);
        for (int errno : ERRNOS) {
            sweep(name + " errno " + errno, writing, 1, n -> Faults.failAt(n, errno));
            sweep(name + " errno " + errno + " for good", writing, 1, n -> Faults.failFrom(n, errno));
        }
    }

    private void picture(Mirror.Writing writing, Swept.Preparing with) throws Exception {
        preparing = with;
        before = Picture.of(preparing.at(temp.resolve("before")));
        Mirror done = preparing.at(temp.resolve("done"));
        done.write(writing);
        after = Picture.of(done);
    }

    private void sweep(String what, Mirror.Writing writing, int stride, Injection injection) throws Exception {
        for (int n = Swept.first(what, stride); n < Swept.ENDLESS; n += stride) {
            Mirror mirror = preparing.at(temp.resolve(what + " " + n));
            Faults faults = injection.at(n);
            Optional<Problem> problem = attempt(mirror, faults, writing);
            if (!faults.met()) {
                return;
            }
            judge(what + " at change " + n, mirror, problem);
        }
        throw new AssertionError(what + " never ended");
    }

    private void judge(String what, Mirror mirror, Optional<Problem> problem) throws Exception {
        Picture found = Recovered.requireEither(what, before, after, mirror);
        if (problem.isEmpty()) {
            assertEquals(after, found, what + " was called a success");
            return;
        }
        Problem said = problem.get();
        assertEquals(Problem.Category.STORAGE, said.category(), what);
        assertTrue(said.args().get("path").startsWith(temp.toString()), what);
        switch (said.state()) {
            case UNCHANGED, STAGING_KEPT -> assertEquals(before, found, what + " was called unchanged");
            case DONE_BUT -> assertEquals(after, found, what + " was called done");
            case UNKNOWN -> assertTrue(found.equals(before) || found.equals(after), what);
            case QUARANTINED -> throw new AssertionError(what + " says " + said.state());
        }
    }

    private static Optional<Problem> attempt(Mirror mirror, Faults faults, Mirror.Writing writing)
            throws InterruptedException {
        try {
            mirror.write(new Disk(faults), writing);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    private interface Injection {
        Faults at(int n);
    }
}
