package io.tidemark.delta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
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

    private static void check(Bench bench, int seed, int most) throws Exception {
        Shapes.Pair pair = new Shapes(seed).next(most);
        bench.write(pair.old(), pair.image());
        long piece = seed % 3 == 0 ? 10_000 : 8 << 20;
        DeltaFigures figures = bench.make(piece, seed % 2 == 0 ? 0 : 1 << 20);
        assertArrayEquals(pair.image(), bench.apply(generous()), "seed " + seed);
        assertEquals(pair.image().length, figures.result(), "seed " + seed);
        assertTrue(figures.bytes() <= pair.image().length + 15, "seed " + seed + " " + figures);
        DeltaInfo info = DeltaInfo.read(bench.delta);
        assertEquals(figures, info.figures(), "seed " + seed);
        assertEquals(0, info.trailing());
    }

    static DeltaLimits generous() {
        return new DeltaLimits(Long.MAX_VALUE, 1e9, OptionalLong.empty(), Optional.empty());
    }
}
