package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {

    @TempDir
    Path temp;

    private final Disk disk = new Disk();

    @Test
    void writesReadsAndLinksFiles() throws Exception {
        try (Dir dir = disk.open(temp)) {
            try (OpenFile file = disk.create(dir, Disk.raw("a"), 0444)) {
                file.write(new byte[200_000], 0, 200_000, 0);
                file.write(Disk.raw("end"), 0, 3, 200_000);
                file.utime(1_659_700_000_123_456_789L);
                file.fsync();
            }
            disk.link(dir, Disk.raw("a"), dir, Disk.raw("b"));
            dir.fsync();
            dir.syncfs();
            Stat stat = disk.stat(dir, Disk.raw("b")).orElseThrow();
            assertEquals(2, stat.links());
            assertEquals(200_003, stat.size());
            assertEquals(0444, stat.permissions());
            assertEquals(1_659_700_000_123_456_789L, stat.mtime());
            assertTrue(stat.isFile());
            assertEquals(Files.getAttribute(temp.resolve("a"), "unix:ino"), stat.inode());
            assertEquals("r--r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("a"))));
            assertEquals(
                    1_659_700_000L,
                    ((FileTime) Files.getAttribute(temp.resolve("a"), "lastModifiedTime"))
                            .toInstant()
                            .getEpochSecond());
        }
        assertEquals("end", Files.readString(temp.resolve("b")).substring(200_000));
    }

    @Test
    void keepsNamesThatAreNoText() throws Exception {
        byte[] odd = {'a', (byte) 0xff, '\n', 'z'};
        try (Dir dir = disk.open(temp)) {
            disk.mkdir(dir, odd, 0755);
            disk.symlink(odd, dir, Disk.raw("link"));
            assertArrayEquals(odd, disk.readlink(dir, Disk.raw("link")).orElseThrow());
            DirEntry found = disk.list(dir).stream()
                    .filter(e -> e.type() == DirEntry.DIRECTORY)
                    .findFirst()
                    .orElseThrow();
            assertArrayEquals(odd, found.name());
            ProblemException e = assertThrows(ProblemException.class, () -> disk.unlink(dir, odd));
            assertEquals(temp + "/a\\xff\\x0az", e.problem().args().get("path"));
            disk.rmdir(dir, odd);
            assertTrue(disk.stat(dir, odd).isEmpty());
        }
    }

    @Test
    void listsDirectoriesLargerThanOneAnswer() throws Exception {
        try (Dir dir = disk.open(temp)) {
            for (int i = 0; i < 3000; i++) {
                disk.create(dir, Disk.raw("a-rather-long-name-of-a-file-" + i), 0644)
                        .close();
            }
            assertEquals(
                    3000,
                    disk.list(dir).stream()
                            .map(DirEntry::text)
                            .collect(Collectors.toSet())
                            .size());
        }
    }

    @Test
    void neverOpensThroughALinkOrOutside() throws Exception {
        Files.createDirectories(temp.resolve("in/sub"));
        Files.createSymbolicLink(temp.resolve("in/out"), temp);
        Files.writeString(temp.resolve("secret"), "x");
        try (Dir dir = disk.open(temp.resolve("in"))) {
            assertCode("store.link", () -> disk.open(dir, "out"));
            assertCode("store.link", () -> disk.read(dir, Disk.raw("out/secret")));
            assertCode("store.link", () -> disk.read(dir, Disk.raw("../secret")));
            assertCode("store.link", () -> disk.read(dir, Disk.raw(temp + "/secret")));
            disk.open(dir, "sub").close();
        }
        assertCode("store.link", () -> disk.open(temp.resolve("in/out")));
    }

    @Test
    void renamesWithoutReplacingAndExchanges() throws Exception {
        Files.createDirectory(temp.resolve("tree"));
        Files.createSymbolicLink(temp.resolve("link"), Path.of("elsewhere"));
        try (Dir dir = disk.open(temp)) {
            assertCode("store.in-the-way", () -> disk.renameNew(dir, Disk.raw("tree"), dir, Disk.raw("link")));
            disk.exchange(dir, Disk.raw("tree"), dir, Disk.raw("link"));
        }
        assertTrue(Files.isSymbolicLink(temp.resolve("tree")));
        assertTrue(Files.isDirectory(temp.resolve("link")));
    }

    @Test
    void givesALockToOneOpeningOnly() throws Exception {
        Files.createFile(temp.resolve("lock"));
        try (Dir dir = disk.open(temp);
                OpenFile second = disk.write(dir, Disk.raw("lock"))) {
            try (OpenFile first = disk.write(dir, Disk.raw("lock"))) {
                assertTrue(first.lock());
                disk.write(dir, Disk.raw("lock")).close();
                assertFalse(second.lock());
            }
            assertTrue(second.lock());
        }
    }

    @Test
    void refusesNamesThatNoFileCanHave() throws Exception {
        try (Dir dir = disk.open(temp)) {
            assertCode("store.name-long", () -> disk.mkdir(dir, new byte[] {'a', 0, 'b'}, 0755));
            assertCode("store.name-long", () -> disk.mkdir(dir, Disk.raw("n".repeat(5000)), 0755));
        }
    }

    @Test
    void turnsInjectedErrnosIntoProblems() throws Exception {
        Disk full = new Disk(call -> call == Call.WRITE ? Errno.ENOSPC : call == Call.FSYNC ? Errno.EIO : 0);
        try (Dir dir = full.open(temp);
                OpenFile file = full.create(dir, Disk.raw("a"), 0644)) {
            ProblemException e = assertThrows(ProblemException.class, () -> file.write(new byte[10], 0, 10, 0));
            assertEquals("store.full", e.problem().code());
            assertEquals(Problem.Category.STORAGE, e.problem().category());
            assertTrue(Long.parseLong(e.problem().args().get("free")) >= 0);
            assertCode("store.io", file::fsync);
        }
    }

    @Test
    void worksOnVirtualThreads() throws Exception {
        try (Dir dir = disk.open(temp)) {
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            disk.mkdir(dir, Disk.raw("made"), 0700);
                            dir.syncfs();
                        } catch (ProblemException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .join();
        }
        assertTrue(Files.isDirectory(temp.resolve("made")));
    }

    private static void assertCode(String code, Executable call) {
        assertEquals(code, assertThrows(ProblemException.class, call).problem().code());
    }
}
