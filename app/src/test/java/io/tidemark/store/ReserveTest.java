package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReserveTest {

    @TempDir(factory = QuickDisk.class)
    Path temp;

    private Mirror mirror;

    @BeforeEach
    void adopt() throws Exception {
        mirror = Mirror.adopted(temp.resolve("mirror"));
    }

    @Test
    void rollingBackHoldingAndJournallingWorkOnAFullDisk() throws Exception {
        mirror.write(new Disk(new FullDisk()), s -> {
            s.flip(Mirror.rollBack("1.1"), TestJob.quiet());
            s.journalFailure("update", "store.full");
        });
        assertEquals("1.1", mirror.link("stable"));
        assertTrue(mirror.open().channels().getFirst().hold().isPresent());
        assertEquals(8, mirror.open().journal().size());
    }

    @Test
    void isFilledAgainWhenThereIsRoom() throws Exception {
        Files.delete(mirror.root.resolve(".tidemark/reserve/3"));
        Files.write(mirror.root.resolve(".tidemark/reserve/5"), new byte[7]);
        mirror.write(s -> {});
        assertEquals(8 * 32 * 1024, kept());
    }

    @Test
    void recoveryNeedsNoMoreThanTheReserve() throws Exception {
        for (int n = 1; n < Swept.ENDLESS; n++) {
            Mirror other = Mirror.adopted(temp.resolve("kill-" + n));
            boolean killed = false;
            try {
                other.write(new Disk(Faults.killAt(n)), s -> s.flip(Mirror.rollBack("1.1"), TestJob.quiet()));
            } catch (Killed e) {
                killed = true;
            }
            other.write(new Disk(new FullDisk()), s -> s.flip(Mirror.rollBack("1.1"), TestJob.quiet()));
            assertEquals("1.1", other.link("stable"), "killed at " + n);
            if (!killed) {
                return;
            }
        }
        throw new AssertionError("never ended");
    }

    @Test
    void aDiskThatStaysFullIsSaidToBeFull() throws Exception {
        DiskFaults full = call -> FullDisk.needsRoom(call) ? Errno.ENOSPC : 0;
        ProblemException e = assertThrows(
                ProblemException.class,
                () -> mirror.write(new Disk(full), s -> s.flip(Mirror.rollBack("1.1"), TestJob.quiet())));
        assertEquals("store.full", e.problem().code());
        assertTrue(Long.parseLong(e.problem().args().get("needed")) > 0);
        assertTrue(Long.parseLong(e.problem().args().get("free")) >= 0);
        assertEquals("1.2", mirror.link("stable"));
    }

    /** A line that may be there although it could not be made durable is not called “unchanged”. */
    @Test
    void whatNobodyKnowsIsNotCalledUnchanged() throws Exception {
        boolean unknown = false;
        for (int n = 1; n < Swept.ENDLESS; n++) {
            Mirror other = Mirror.adopted(temp.resolve("full-" + n));
            int lines = other.open().journal().size();
            try {
                other.write(
                        new Disk(Faults.failFrom(n, Errno.ENOSPC)), s -> s.journalFailure("update", "upstream.size"));
                assertTrue(unknown, "no line was ever left in doubt");
                return;
            } catch (ProblemException e) {
                unknown |= e.problem().state() == Problem.State.UNKNOWN;
                if (e.problem().state() == Problem.State.UNCHANGED) {
                    assertEquals(lines, other.open().journal().size(), "from change " + n);
                }
            }
        }
        throw new AssertionError("never ended");
    }

    private long kept() throws Exception {
        long bytes = 0;
        try (var files = Files.newDirectoryStream(mirror.root.resolve(".tidemark/reserve"))) {
            for (Path file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** Has no room for anything until something is deleted, and then for a few dozen small changes. */
    private static final class FullDisk implements DiskFaults {

        private static final int ROOM = 60;

        private final AtomicInteger room = new AtomicInteger();

        static boolean needsRoom(Call call) {
            return switch (call) {
                case CREATE, WRITE, MKDIR, SYMLINK, LINK, CLONE -> true;
                case TRUNCATE, CHMOD, CHOWN, UTIME, RENAME, UNLINK, FSYNC, SYNCFS -> false;
            };
        }

        @Override
        public int before(Call call) {
            if (call == Call.UNLINK) {
                room.set(ROOM);
            }
            return needsRoom(call) && room.getAndDecrement() <= 0 ? Errno.ENOSPC : 0;
        }
    }
}
