package io.tidemark.delta;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;

/**
 * Deltas of the shapes that are worst for a search, against rdiff with blocks of 128 bytes: times, sizes, memory, and that
 * rdiff makes the new image of each. Arguments: directory to work in, bytes of each image (default 1 GB).
 */
public final class HostileShapes {

    private static final int CHUNK = 1 << 20;

    private final Bench bench;
    private final long size;

    private HostileShapes(Bench bench, long size) {
        this.bench = bench;
        this.size = size;
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        Path parent = Path.of(args.length > 0 ? args[0] : System.getProperty("java.io.tmpdir"));
        long size = args.length > 1 ? Long.parseLong(args[1]) : 1_000_000_000L;
        Path work = Files.createTempDirectory(parent, "tidemark-shapes");
        try (Bench bench = new Bench(work, Runtime.getRuntime().availableProcessors())) {
            new HostileShapes(bench, size).all();
        } finally {
            new ProcessBuilder("rm", "-rf", work.toString()).start().waitFor();
        }
    }

    private void all() throws Exception {
        random(bench.old, 1);
        random(bench.image, 1);
        measure("identical");
        random(bench.image, 2);
        measure("nothing in common");
        prefixed();
        measure("one byte in front");
        zeros(bench.old);
        zeros(bench.image);
        measure("all zeros");
        period(bench.old, 0);
        period(bench.image, 3);
        measure("short period");
        zeros(bench.old);
        sprinkled(bench.image);
        measure("one random byte in a hundred");
        swap();
        measure("the same exchanged");
        random(bench.old, 1);
        noisy();
        measure("random, one byte in a hundred changed");
        swap();
        measure("the same exchanged");
        Files.write(bench.old, new byte[0]);
        Files.write(bench.image, new byte[0]);
        measure("empty");
        Files.write(bench.image, new byte[] {7});
        measure("one byte");
        sparse();
        measure("sparse, over 4 GiB");
    }

    private void measure(String name) throws Exception {
        long start = System.nanoTime();
        DeltaFigures figures = bench.make(8 << 20, 48 << 20);
        double ours = (System.nanoTime() - start) / 1e9;
        long memory = anonymous();
        start = System.nanoTime();
        boolean done = bench.rdiff("-f", "-b", "128", "signature", "old", "signature") == 0
                && bench.rdiff("-f", "delta", "signature", "new", "theirs") == 0;
        double theirs = (System.nanoTime() - start) / 1e9;
        long bytes = done ? Files.size(bench.directory.resolve("theirs")) : -1;
        boolean right = bench.rdiff("-f", "patch", "old", "delta", "result") == 0
                && Files.mismatch(bench.image, bench.result) < 0;
        System.out.printf(
                "%-38s tidemark %7.2f s %,13d bytes   rdiff -b 128 %7.2f s %,13d bytes   faster %6.1f  size %.3f"
                        + "  %4d MiB  %s%n",
                name,
                ours,
                figures.bytes(),
                theirs,
                bytes,
                theirs / ours,
                (double) figures.bytes() / bytes,
                memory >> 20,
                right ? "right" : "WRONG");
    }

    /** What this process has of its own now, mapped files left out. */
    private static long anonymous() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum();
    }

    private void swap() throws Exception {
        Path other = bench.directory.resolve("other");
        Files.move(bench.old, other);
        Files.move(bench.image, bench.old);
        Files.move(other, bench.image);
    }

    private void random(Path file, long seed) throws Exception {
        Random random = new Random(seed);
        write(file, chunk -> random.nextBytes(chunk));
    }

    private void zeros(Path file) throws Exception {
        write(file, chunk -> Arrays.fill(chunk, (byte) 0));
    }

    private void period(Path file, int phase) throws Exception {
        long[] at = {phase};
        write(file, chunk -> {
            for (int i = 0; i < chunk.length; i++) {
                chunk[i] = (byte) (at[0]++ % 11 * 17);
            }
        });
    }

    private void sprinkled(Path file) throws Exception {
        Random random = new Random(5);
        write(file, chunk -> {
            Arrays.fill(chunk, (byte) 0);
            sprinkle(chunk, random);
        });
    }

    private void noisy() throws Exception {
        Random content = new Random(1);
        Random random = new Random(6);
        write(bench.image, chunk -> {
            content.nextBytes(chunk);
            sprinkle(chunk, random);
        });
    }

    private static void sprinkle(byte[] chunk, Random random) {
        for (int i = 0; i < chunk.length / 100; i++) {
            chunk[random.nextInt(chunk.length)] = (byte) random.nextInt();
        }
    }

    private void prefixed() throws Exception {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(bench.image))) {
            out.write(42);
            Files.copy(bench.old, out);
        }
    }

    private void sparse() throws Exception {
        Random random = new Random(7);
        byte[] part = new byte[CHUNK];
        for (Path file : new Path[] {bench.old, bench.image}) {
            Files.deleteIfExists(file);
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                long shift = file.equals(bench.image) ? 12_345 : 0;
                for (int i = 0; i < 20; i++) {
                    random.setSeed(i);
                    random.nextBytes(part);
                    out.write(ByteBuffer.wrap(part), i * 250_000_000L + shift);
                }
            }
        }
    }

    private interface Filler {
        void fill(byte[] chunk);
    }

    private void write(Path file, Filler filler) throws Exception {
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long done = 0; done < size; done += CHUNK) {
                filler.fill(chunk);
                out.write(chunk, 0, (int) Math.min(CHUNK, size - done));
            }
        }
    }
}
