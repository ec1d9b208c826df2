package io.tidemark.delta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that clients have, and ours, understand each other. */
@NeedsProgram("rdiff")
class StockRdiffTest {

    private static final int CASES = 40;
    private static final int SIZE = 200_000;

    @TempDir
    Path directory;

    @Test
    void rdiffAppliesOurDeltas() throws Exception {
        try (Bench bench = new Bench(directory, 2)) {
            for (int seed = 0; seed < CASES; seed++) {
                Shapes.Pair pair = new Shapes(seed).next(SIZE);
                bench.write(pair.old(), pair.image());
                bench.make(8 << 20, 1 << 20);
                assertEquals(0, bench.rdiff("-f", "patch", "old", "delta", "result"), "seed " + seed);
                assertArrayEquals(pair.image(), Files.readAllBytes(bench.result), "seed " + seed);
            }
        }
    }

    @Test
    void ourSignaturesAreThoseOfRdiff() throws Exception {
        try (Bench bench = new Bench(directory, 2)) {
            for (int seed = 0; seed < CASES; seed++) {
                bench.write(new Shapes(seed).next(SIZE).old(), new byte[0]);
                Form form = Form.of(seed, Files.size(bench.old));
                assertEquals(0, bench.rdiff(form.arguments()), "seed " + seed);
                byte[] theirs = Files.readAllBytes(directory.resolve("signature"));
                assertArrayEquals(theirs, bench.sign(form.form), "seed " + seed + " " + form.form);
            }
        }
    }

    @Test
    void ordinarySignaturesAreThoseOfRdiffWithoutOptions() throws Exception {
        try (Bench bench = new Bench(directory, 2)) {
            for (int size : new int[] {0, 1, 255, 256, 257, 65_536, 65_537, 100_000, 3_000_001}) {
                bench.write(new byte[size], new byte[0]);
                assertEquals(0, bench.rdiff("-f", "signature", "old", "signature"));
                byte[] theirs = Files.readAllBytes(directory.resolve("signature"));
                assertArrayEquals(theirs, bench.sign(SignatureForm.ordinary(size)), "size " + size);
            }
        }
    }

    @Test
    void rdiffMakesDeltasOfOurSignaturesAndWeOfTheirs() throws Exception {
        try (Bench bench = new Bench(directory, 2)) {
            for (int seed = 0; seed < CASES; seed++) {
                Shapes.Pair pair = new Shapes(seed).next(SIZE);
                bench.write(pair.old(), pair.image());
                Form form = Form.of(seed, pair.old().length);
                Files.write(directory.resolve("ours"), bench.sign(form.form));
                assertEquals(0, bench.rdiff("-f", "delta", "ours", "new", "delta"), "seed " + seed);
                assertArrayEquals(pair.image(), bench.apply(DeltaPropertyTest.generous()), "theirs, seed " + seed);
                long theirs = Files.size(bench.delta);
                DeltaFigures figures = bench.makeFrom(directory.resolve("ours"));
                assertEquals(0, bench.rdiff("-f", "patch", "old", "delta", "result"), "seed " + seed);
                assertArrayEquals(pair.image(), Files.readAllBytes(bench.result), "ours, seed " + seed);
                assertEquals(true, figures.bytes() <= theirs, "seed " + seed + " " + figures + " " + theirs);
            }
        }
    }

    private record Form(SignatureForm form, boolean old) {

        static Form of(int seed, long size) {
            return switch (seed % 4) {
                case 0 -> new Form(new SignatureForm(WeakSum.RABIN_KARP, StrongSum.BLAKE2, 128, 32), false);
                case 1 -> new Form(new SignatureForm(WeakSum.ROLLSUM, StrongSum.MD4, 64 + seed, 16), true);
                case 2 -> new Form(new SignatureForm(WeakSum.ROLLSUM, StrongSum.BLAKE2, 1 + seed, 20), true);
                default -> new Form(SignatureForm.ordinary(size), false);
            };
        }

        String[] arguments() {
            List<String> all = new ArrayList<>(List.of("-f", "-b", "" + form.block(), "-S", "" + form.kept()));
            all.addAll(List.of("-R", form.weak() == WeakSum.ROLLSUM ? "rollsum" : "rabinkarp"));
            all.addAll(List.of("-H", form.strong() == StrongSum.MD4 ? "md4" : "blake2"));
            all.addAll(List.of("signature", "old", "signature"));
            return all.toArray(String[]::new);
        }
    }
}
