package io.tidemark.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlpineUpstreamTest {

    @TempDir
    Path dir;

    @Test
    void theSameSeedMakesTheSameBytes() throws IOException {
        AlpineUpstream a = AlpineUpstream.create(dir.resolve("a"), AlpineRecipe.small());
        AlpineUpstream b = AlpineUpstream.create(dir.resolve("b"), AlpineRecipe.small());
        a.mutate(10);
        b.mutate(10);
        assertEquals(digests(a.root()), digests(b.root()));
        assertTrue(digests(a.root()).size() > 100);
    }

    @Test
    void everyPackageThatTheIndexListsIsThereAndNoOther() throws IOException {
        AlpineUpstream upstream = AlpineUpstream.create(dir, AlpineRecipe.small());
        for (int i = 0; i < 3; i++) {
            upstream.mutate(20);
            for (String section : new String[] {"main", "community"}) {
                String text = index(upstream.directory(section).resolve("APKINDEX.tar.gz"));
                long listed = text.lines().filter(l -> l.startsWith("P:")).count();
                try (Stream<Path> files = Files.list(upstream.directory(section))) {
                    assertEquals(listed + 1, files.count());
                }
            }
        }
    }

    @Test
    void anUpdateRaisesTheKernelAndAPointReleaseTheNumber() throws IOException {
        AlpineUpstream upstream = AlpineUpstream.create(dir, AlpineRecipe.small());
        String before = upstream.packageFile("main", "linux-lts").getFileName().toString();
        upstream.mutate(2);
        assertNotEquals(
                before, upstream.packageFile("main", "linux-lts").getFileName().toString());
        assertFalse(Files.exists(upstream.directory("main").resolve(before)));
        upstream.pointRelease();
        assertEquals("3.15.5", upstream.release());
        assertTrue(Files.exists(upstream.directory("releases").resolve("netboot/vmlinuz-lts")));
        assertTrue(Files.readString(upstream.directory("releases").resolve("latest-releases.yaml"))
                .contains("version: 3.15.5"));
    }

    @Test
    void tarPiecesFormOneReadableStream() throws IOException {
        AlpineUpstream upstream = AlpineUpstream.create(dir, AlpineRecipe.small());
        byte[] tar;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(upstream.packageFile("main", "musl")))) {
            tar = in.readAllBytes();
        }
        assertEquals(0, tar.length % 512);
        assertArrayEquals(new byte[1024], java.util.Arrays.copyOfRange(tar, tar.length - 1024, tar.length));
        assertTrue(new String(tar, StandardCharsets.ISO_8859_1).startsWith(".SIGN.RSA."));
    }

    private static String index(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> digests(Path root) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Bytes.hex("SHA-256", Files.readAllBytes(file));
                digests.put(root.relativize(file).toString(), content + Files.getLastModifiedTime(file));
            }
        }
        return digests;
    }
}
