package io.tidemark.store;

import io.tidemark.model.VersionFacts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Measures a snapshot of a large version inside a running process against {@code cp -al} and {@code cp -r} of the same
 * tree, in turns, and prints medians and ratios. Arguments: directory to work in (default: the temporary one), number of
 * files (default 20,000), bytes of all (default 1.5 GB), rounds (default 7).
 */
public final class SnapshotBenchmark {

    private static final int PER_DIRECTORY = 100;
    private static final int WARM_UP = 3;

    private final Path work;
    private final Depot depot;
    private final List<Double> snapshots = new ArrayList<>();
    private final List<Double> links = new ArrayList<>();
    private final List<Double> copies = new ArrayList<>();

    private SnapshotBenchmark(Path work) throws Exception {
        this.work = work;
        this.depot = Depot.create(work.resolve("depot"));
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        Path parent = Path.of(args.length > 0 ? args[0] : System.getProperty("java.io.tmpdir"));
        int files = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        long bytes = args.length > 2 ? Long.parseLong(args[2]) : 1_500_000_000L;
        int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 7;
        Path work = Files.createTempDirectory(parent, "tidemark-snapshot");
        try {
            new SnapshotBenchmark(work).run(files, bytes, rounds);
        } finally {
            execute("chmod", "-R", "u+rwx", work.toString());
            execute("rm", "-rf", work.toString());
        }
    }

    private void run(int files, long bytes, int rounds) throws Exception {
        seal(files, (int) (bytes / files));
        for (int i = 0; i < WARM_UP; i++) {
            snapshot();
        }
        for (int i = 0; i < rounds; i++) {
            snapshots.add(snapshot());
            links.add(copy("-al"));
            if (i < 3) {
                copies.add(copy("-r"));
            }
        }
        report(files, bytes);
    }

    private void report(int files, long bytes) throws Exception {
        double snapshot = median(snapshots);
        System.out.printf(
                "%,d files, %,d bytes, shared by %s%n",
                files, bytes, depot.open().sharing());
        System.out.printf("snapshot %.3f s, cp -al %.3f s, cp -r %.3f s%n", snapshot, median(links), median(copies));
        System.out.printf(
                "snapshot takes %.2f times cp -al and is %.1f times faster than cp -r%n",
                snapshot / median(links), median(copies) / snapshot);
    }

    private void seal(int files, int size) throws Exception {
        Random random = new Random(1);
        byte[] content = new byte[size];
        depot.write(session -> {
            Staging staging = session.stage("1.0");
            for (int i = 0; i < files; i++) {
                random.nextBytes(content);
                String path = String.format("main/x86_64/%03d/package-%05d-1.2.3-r0.apk", i / PER_DIRECTORY, i);
                try (Staging.Part part = staging.begin(path, "id")) {
                    try (OutputStream out = part.append(Optional.empty())) {
                        out.write(content);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                    part.commit(Optional.of(Depot.TIME));
                }
            }
            staging.seal(VersionFacts.none(), TestJob.quiet());
        });
    }

    private double snapshot() throws Exception {
        double[] seconds = new double[1];
        depot.write(session -> {
            settle();
            long start = System.nanoTime();
            session.snapshot("1.0", "twin", TestJob.quiet());
            seconds[0] = (System.nanoTime() - start) / 1e9;
            session.prune(List.of("twin"), TestJob.quiet());
        });
        return seconds[0];
    }

    private double copy(String how) throws Exception {
        settle();
        String source = depot.root.resolve("1.0").toString();
        String target = work.resolve("copy").toString();
        long start = System.nanoTime();
        execute("cp", how, source, target);
        double seconds = (System.nanoTime() - start) / 1e9;
        execute("rm", "-rf", target);
        // Links made and removed by others change the files' change time: the version has to be read again.
        depot.write(session -> session.verify("1.0", TestJob.quiet()));
        return seconds;
    }

    /** What was written before must not be waited for inside the measurement. */
    private void settle() {
        try {
            execute("sync", "-f", work.toString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
