package io.tidemark.delta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is true of every delta. */
class DeltaPropertyTest {

    @TempDir
    Path directory;

    @Test
    void everyDeltaMakesTheNewImage() throws Exception {
        try (Bench bench = new Bench(directory, 2)) {
            for (int seed = 0; seed < 1_500; seed++) {
                check(bench, seed, seed % 50 == 0 ? 3_000_000 : 60_000);
            }
        }
    }

    /** Windows that end a run of zeros have the sum of zeros in their upper half, and there is no run to copy from. */
    @Test
    void zerosAreMadeWithoutAnyRunOfThem() throws Exception {
        try (Bench bench = new Bench(directory, 1)) {
            byte[] old = new byte[100_000];
            new Random(1).nextBytes(old);
            for (int at = 0; at + 64 < old.length; at += 1024) {
                Arrays.fill(old, at, at + 63, (byte) 0);
                old[at + 63] = 1;
            }
            bench.write(old, new byte[200_000]);
            bench.make(8 << 20, 1 << 20);
            assertArrayEquals(new byte[200_000], bench.apply(generous()));
        }
    }

    private static void check(Bench bench, int seed, int most) throws Exception {
        Shapes.Pair pair = new Shapes(seed).next(most);
        bench.write(pair.old(), pair.image());
        long piece = seed % 3 == 0 ? 10_000 : 8 << 20;
        DeltaFigures figures = bench.make(piece, seed % 2 == 0 ? 0 : 1 << 20);
        assertArrayEquals(pair.image(), bench.apply(generous()), "seed " + seed);
        assertEquals(pair.image().length, figures.result(), "seed " + seed);
        assertTrue(figures.bytes() <= pair.image().length + 15, "seed " + seed + " " + figures);
        assertTrue(bench.proves(), "seed " + seed);
        DeltaInfo info = DeltaInfo.read(bench.delta);
        assertEquals(figures, info.figures(), "seed " + seed);
        assertEquals(0, info.trailing());
    }

    /** Any other byte, any other length: what the delta makes is compared to its end. */
    @Test
    void aProofSeesEveryDifference() throws Exception {
        try (Bench bench = new Bench(directory, 2)) {
            for (int seed = 0; seed < 300; seed++) {
                Shapes.Pair pair = new Shapes(seed).next(40_000);
                bench.write(pair.old(), pair.image());
                bench.make(8 << 20, 1 << 20);
                bench.write(pair.old(), other(pair.image(), new Random(seed)));
                assertFalse(bench.proves(), "seed " + seed);
            }
        }
    }

    private static byte[] other(byte[] image, Random random) {
        if (image.length == 0 || random.nextInt(4) == 0) {
            return Arrays.copyOf(image, image.length + 1);
        }
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(image, image.length - 1);
        }
        byte[] changed = image.clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
        return changed;
    }

    /** As the workers of a run do it. */
    @Test
    void imagesAreSharedByManyDeltas() throws Exception {
        try (Bench bench = new Bench(directory, 2);
                OpenImages images = new OpenImages()) {
            Path[] files = new Path[12];
            for (int i = 0; i < files.length; i++) {
                files[i] = Files.write(
                        directory.resolve("image-" + i),
                        new Shapes(i).next(80_000).image());
            }
            List<Callable<Boolean>> pairs = new ArrayList<>();
            for (Path old : files) {
                for (Path image : files) {
                    pairs.add(() -> bench.makesAlone(images, old, image));
                }
            }
            assertFalse(bench.pool.all(pairs).contains(false));
        }
    }

    static DeltaLimits generous() {
        return new DeltaLimits(Long.MAX_VALUE, 1e9, OptionalLong.empty(), Optional.empty());
    }
}
