package io.tidemark.kind.puavo.squash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.kind.ImageLayout;
import io.tidemark.kind.ImageLayout.Owner;
import io.tidemark.kind.ImageLayout.Piece;
import io.tidemark.testkit.NeedsProgram;
import io.tidemark.ui.SampleContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that mksquashfs made, whole and damaged. */
@NeedsProgram("mksquashfs")
class SquashImageTest {

    private static final int BLOCK = 131_072;

    @TempDir
    Path temp;

    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "lzo", "lz4", "zstd"})
    void everyFileIsFoundWhereItsBytesAre(String compression) throws Exception {
        Map<String, byte[]> files = files();
        Path image = image(compression, "-noD", "-noF");
        ImageLayout layout = SquashImage.layout(image, new SampleContext()).orElseThrow();
        Map<String, Long> sizes = new TreeMap<>();
        files.forEach((path, bytes) -> sizes.put(path, (long) bytes.length));
        assertEquals(sizes, new TreeMap<>(layout.sizes()));
        byte[] whole = Files.readAllBytes(image);
        Piece large = piece(layout, "usr/large");
        byte[] stored = Arrays.copyOfRange(whole, (int) large.offset(), (int) large.end());
        assertArrayEquals(files.get("usr/large"), stored);
        Piece small = piece(layout, "etc/small-7");
        String end = new String(
                Arrays.copyOfRange(whole, (int) small.offset(), (int) small.end()),
                java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(end.contains("number 7 of the small ones"));
        assertTrue(small.owners().size() > 100, "small files share a block");
    }

    @Test
    void filesOfTheSameContentLieOnceAndPiecesDoNotOverlap() throws Exception {
        files();
        Files.copy(temp.resolve("tree/usr/large"), temp.resolve("tree/usr/twin"));
        ImageLayout layout =
                SquashImage.layout(image("lzo"), new SampleContext()).orElseThrow();
        long end = 0;
        for (Piece piece : layout.pieces()) {
            assertTrue(piece.offset() >= end);
            end = piece.end();
        }
        assertEquals("usr/large", piece(layout, "usr/large").owners().getFirst().path());
        assertTrue(layout.sizes().containsKey("usr/twin"));
    }

    @Test
    void aCompressionThatIsNotReadHereIsSaidPlainly() throws Exception {
        files();
        assertTrue(SquashImage.layout(image("xz"), new SampleContext()).isEmpty());
    }

    @Test
    void damagedImagesAreRefusedAndNeverFollowedForLong() throws Exception {
        files();
        Path image = image("lzo");
        byte[] good = Files.readAllBytes(image);
        long used =
                ByteBuffer.wrap(good).order(java.nio.ByteOrder.LITTLE_ENDIAN).getLong(64);
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            byte[] bad = good.clone();
            int place = i % 3 == 0 ? random.nextInt(96) : (int) used + random.nextInt(bad.length - (int) used);
            bad[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(image, bad);
            try {
                SquashImage.layout(image, new SampleContext());
            } catch (IOException damaged) {
                refused++;
            }
        }
        assertTrue(refused > 25, "refused " + refused);
        Files.write(image, Arrays.copyOf(good, good.length / 2));
        assertThrows(IOException.class, () -> SquashImage.layout(image, new SampleContext()));
    }

    @Test
    void piecesThatOverlapAreLeftOut() {
        Piece first = new Piece(100, 50, List.of(new Owner("a", 1)));
        Piece inside = new Piece(120, 50, List.of(new Owner("b", 1)));
        Piece after = new Piece(150, 10, List.of(new Owner("c", 1)));
        assertEquals(
                List.of(first, after),
                ImageLayout.of(List.of(after, inside, first), Map.of()).pieces());
    }

    private static Piece piece(ImageLayout layout, String path) {
        return layout.pieces().stream()
                .filter(piece ->
                        piece.owners().stream().anyMatch(owner -> owner.path().equals(path)))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        byte[] large = new byte[3 * BLOCK + 1000];
        random.nextBytes(large);
        files.put("usr/large", large);
        for (int i = 0; i < 700; i++) {
            files.put(
                    "etc/small-" + i,
                    ("number " + i + " of the small ones").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        files.put("usr/lib/deep/er/zeros", new byte[5 * BLOCK]);
        files.put("empty", new byte[0]);
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            Path file = temp.resolve("tree").resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
        return files;
    }

    private Path image(String compression, String... options) throws Exception {
        Path image = temp.resolve("image");
        List<String> command = new java.util.ArrayList<>(List.of(
                "mksquashfs", temp.resolve("tree").toString(), image.toString(), "-noappend", "-comp", compression));
        command.addAll(List.of(options));
        Process made = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("made").toFile())
                .start();
        assertEquals(0, made.waitFor(), () -> "mksquashfs failed");
        return image;
    }
}
