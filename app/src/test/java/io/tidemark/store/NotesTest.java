package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesTest {

    @TempDir(factory = QuickDisk.class)
    Path temp;

    @Test
    void keepsSmallStateUnderPlainNames() throws Exception {
        Mirror mirror = Mirror.adopted(temp.resolve("mirror"));
        assertTrue(mirror.open().note("upstream").isEmpty());
        byte[] large = new byte[1 << 20];
        large[77] = 7;
        mirror.write(s -> {
            s.note("upstream", Disk.raw("first"));
            s.note("upstream", large);
        });
        assertArrayEquals(large, mirror.open().note("upstream").orElseThrow());
        assertCode("name.version", mirror, s -> s.note("../x", new byte[0]));
        assertCode("store.note-large", mirror, s -> s.note("x", new byte[large.length + 1]));
    }

    private static void assertCode(String code, Mirror mirror, Mirror.Writing writing) {
        ProblemException e = assertThrows(ProblemException.class, () -> mirror.write(writing));
        assertEquals(code, e.problem().code());
    }
}
