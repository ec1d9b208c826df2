package io.tidemark.delta;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Makes deltas of random pairs of images, applies them, and lets rdiff apply some; prints what was tried and every failure.
 * Arguments: number of cases (default 100,000), first seed (default 1), one in how many for rdiff (default 40).
 */
public final class DeltaCampaign {

    private static final int MOST = 60_000;
    private static final int LARGE = 4_000_000;
    private static final int PROGRESS = 10_000;

    private DeltaCampaign() {}

    /** Runs it; exits 1 on any failure. */
    public static void main(String[] args) throws Exception {
        int cases = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        long first = args.length > 1 ? Long.parseLong(args[1]) : 1;
        int sample = args.length > 2 ? Integer.parseInt(args[2]) : 40;
        Path memory = Path.of("/dev/shm");
        Path work = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "tidemark-delta")
                : Files.createTempDirectory("tidemark-delta");
        int failures = 0;
        int stock = 0;
        try (Bench bench = new Bench(work, 1)) {
            for (int i = 0; i < cases; i++) {
                boolean rdiff = i % sample == 0;
                stock += rdiff ? 1 : 0;
                failures += holds(bench, first + i, rdiff) ? 0 : 1;
                if ((i + 1) % PROGRESS == 0) {
                    System.out.println((i + 1) + " cases, " + stock + " with rdiff, " + failures + " failures");
                }
            }
        }
        new ProcessBuilder("rm", "-rf", work.toString()).start().waitFor();
        System.exit(failures == 0 ? 0 : 1);
    }

    private static boolean holds(Bench bench, long seed, boolean rdiff) throws Exception {
        Shapes.Pair pair = new Shapes(seed).next(seed % 1_000 == 0 ? LARGE : MOST);
        bench.write(pair.old(), pair.image());
        bench.make(seed % 3 == 0 ? 10_000 : 8 << 20, seed % 2 == 0 ? 0 : 1 << 20);
        boolean ours = Arrays.equals(pair.image(), bench.apply(DeltaPropertyTest.generous()));
        boolean theirs = !rdiff
                || bench.rdiff("-f", "patch", "old", "delta", "result") == 0
                        && Arrays.equals(pair.image(), Files.readAllBytes(bench.result));
        if (!ours || !theirs) {
            System.out.println("seed " + seed + ": ours " + ours + ", rdiff " + theirs);
        }
        return ours && theirs;
    }
}
