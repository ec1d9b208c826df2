package io.tidemark.delta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.job.CpuPool;
import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import io.tidemark.testkit.NeedsProgram;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ControlFilesTest {

    private static final Instant TIME = Instant.parse("2026-02-03T08:15:07Z");

    @TempDir
    Path dir;

    private byte[] zsync(Path file) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MachinePool pool = new MachinePool(2)) {
            new ZsyncWriter(new Unwatched((CpuPool) pool)).write(file, "http://x.example/f.img", TIME, out);
        }
        return out.toByteArray();
    }

    @Test
    @NeedsProgram("zsyncmake")
    void writesWhatZsyncmakeWrites() throws Exception {
        Random random = new Random(3);
        for (int size : new int[] {1, 100, 2047, 2048, 2049, 4096, 4097, 100_000, 3_000_000, 20_000_001}) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            Path file = Files.write(dir.resolve("f.img"), bytes);
            Files.setLastModifiedTime(file, FileTime.from(TIME));
            Path theirs = dir.resolve("f.img.zsync");
            Files.deleteIfExists(theirs);
            int exit = new ProcessBuilder(
                            "zsyncmake", "-C", "-u", "http://x.example/f.img", "-o", theirs.toString(), "f.img")
                    .directory(dir.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            assertEquals(0, exit);
            assertArrayEquals(Files.readAllBytes(theirs), zsync(file), "size " + size);
        }
    }

    @Test
    void choosesTheFormByTheLength() {
        assertEquals(new ZsyncForm(2048, 1, 2, 3), ZsyncForm.of(0));
        assertEquals(new ZsyncForm(2048, 2, 2, 5), ZsyncForm.of(100_000_000));
        assertEquals(new ZsyncForm(4096, 2, 2, 5), ZsyncForm.of(100_000_001));
        assertEquals(new ZsyncForm(4096, 2, 3, 5), ZsyncForm.of(600_000_000));
    }

    @Test
    void namesThatWouldBreakTheHeadAreRefused() throws Exception {
        Path odd = Files.write(dir.resolve("a\nURL: b"), new byte[1]);
        assertThrows(IllegalArgumentException.class, () -> zsync(odd));
    }

    @Test
    void describesAFileForSeveralServers() throws Exception {
        Map<String, String> hashes = Map.of("sha-512", "cd", "sha-256", "ab");
        byte[] xml =
                new Metalink("a&b.img", 3, new TreeMap<>(hashes), List.of("https://a/x?y&z", "http://b/x")).document();
        assertEquals("""
            <?xml version="1.0" encoding="UTF-8"?>
            <metalink xmlns="urn:ietf:params:xml:ns:metalink">
              <file name="a&amp;b.img">
                <size>3</size>
                <hash type="sha-256">ab</hash>
                <hash type="sha-512">cd</hash>
                <url priority="1">https://a/x?y&amp;z</url>
                <url priority="2">http://b/x</url>
              </file>
            </metalink>
            """, new String(xml, StandardCharsets.UTF_8));
        Document read =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        assertEquals("a&b.img", ((Element) read.getElementsByTagName("file").item(0)).getAttribute("name"));
    }

    @Test
    void aMetalinkNeedsAnAddressAndANameThatStaysInside() {
        for (String name : List.of("", "/x", "../x", "a/../../x", "a\nb")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Metalink(name, 1, new TreeMap<>(), List.of("http://x")).document());
        }
        assertThrows(IllegalArgumentException.class, () -> new Metalink("x", 1, new TreeMap<>(), List.of()));
    }
}
