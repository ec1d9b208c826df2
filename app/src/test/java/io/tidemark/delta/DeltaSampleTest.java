package io.tidemark.delta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.job.CpuPool;
import io.tidemark.job.Unwatched;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltaSampleTest {

    private static final int SIZE = 20 << 20;

    @TempDir
    Path dir;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(dir, 2);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private long predicted(int width) throws Exception {
        try (Bench other = new Bench(dir, width);
                DeltaSample sample = DeltaSample.of(bench.old, new Unwatched((CpuPool) other.pool))) {
            return sample.predict(bench.image);
        }
    }

    private long made() throws Exception {
        return bench.make(8 << 20, 48 << 20).bytes();
    }

    @Test
    void equalImagesTakeNothingAndStrangeOnesEverything() throws Exception {
        bench.write(random(SIZE), random(SIZE));
        assertTrue(predicted(2) < 100);
        bench.write(new byte[100], random(SIZE));
        assertTrue(Math.abs(predicted(2) - SIZE) < SIZE / 100);
        bench.write(new byte[0], new byte[0]);
        assertEquals(made(), predicted(1));
    }

    @Test
    void movedAndChangedPartsAreForetoldWithinAFifthOfTheDelta() throws Exception {
        byte[] old = random(SIZE);
        byte[] image = new byte[SIZE];
        Random random = new Random(2);
        System.arraycopy(old, 0, image, 777, SIZE - 777);
        for (int i = 0; i < 60; i++) {
            byte[] fresh = new byte[50_000];
            random.nextBytes(fresh);
            System.arraycopy(fresh, 0, image, random.nextInt(SIZE - 50_000), fresh.length);
        }
        bench.write(old, image);
        long made = made();
        assertTrue(Math.abs(predicted(2) - made) < made / 5, predicted(2) + " for " + made);
    }

    @Test
    void theAnswerDoesNotDependOnTheNumberOfThreads() throws Exception {
        Shapes shapes = new Shapes(5);
        for (int i = 0; i < 40; i++) {
            Shapes.Pair pair = shapes.next(300_000);
            bench.write(pair.old(), pair.image());
            assertEquals(predicted(1), predicted(3));
        }
    }

    @Test
    void aForecastAsksTheImagesThemselves() throws Exception {
        bench.write(random(100_000), random(100_001));
        Map<String, Path> files = Map.of("a", bench.old, "b", bench.image, "c", dir);
        try (SampledForecast forecast = new SampledForecast(files, new Unwatched((CpuPool) bench.pool))) {
            assertTrue(forecast.bytes(new DeltaPair("a", "b")) < 100_000);
            assertTrue(forecast.bytes(new DeltaPair("b", "a")) < 100_000);
            ProblemException refused =
                    assertThrows(ProblemException.class, () -> forecast.bytes(new DeltaPair("c", "a")));
            assertEquals("delta.nofile", refused.problem().code());
        }
    }
}
