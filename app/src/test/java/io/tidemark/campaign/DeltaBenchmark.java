package io.tidemark.campaign;

import io.tidemark.engine.Deltas;
import io.tidemark.engine.delta.LocalDeltas;
import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Times deltas of two images in both directions against {@code rdiff}, {@code xdelta3} and {@code zstd}, whole processes
 * and a running one, in turns, and prints times, sizes, memory and ratios of this one run. Arguments: the program, the old
 * image, the new image, rounds (default 3). Without images it makes two squashfs images of a real tree first.
 */
public final class DeltaBenchmark {

    private static final Pattern MILLIS = Pattern.compile("\"(millis|proofMillis)\" *: *(\\d+)");
    private static final int WARM = 5;

    private final Path program;
    private final Path work;
    private final int rounds;

    private DeltaBenchmark(Path program, Path work, int rounds) {
        this.program = program;
        this.work = work;
        this.rounds = rounds;
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        Path work = Files.createTempDirectory("tidemark-delta");
        try {
            Path old = args.length > 2
                    ? Path.of(args[1]).toAbsolutePath()
                    : SampleImages.make(work).getFirst();
            Path image = args.length > 2 ? Path.of(args[2]).toAbsolutePath() : work.resolve("new.img");
            int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 3;
            DeltaBenchmark benchmark = new DeltaBenchmark(Path.of(args[0]).toAbsolutePath(), work, rounds);
            benchmark.direction("forward", old, image);
            benchmark.direction("backward", image, old);
        } finally {
            Peer.run(work.getParent(), List.of("rm", "-rf", work.toString()));
        }
    }

    private void direction(String name, Path old, Path image) throws Exception {
        System.out.printf("%s: %,d to %,d bytes%n", name, Files.size(old), Files.size(image));
        for (Path file : List.of(old, image)) {
            Peer.run(work, List.of("cp", file.toString(), "/dev/null"));
        }
        String o = old.toString();
        String n = image.toString();
        Row fine = row("rdiff -b 128", "a", shell("rdiff -f -b 128 signature %s s && rdiff -f delta s %s a", o, n));
        Row plain = row("rdiff", "b", shell("rdiff -f signature %s s && rdiff -f delta s %s b", o, n));
        row("xdelta3 -1", "c", shell("xdelta3 -f -e -1 -B 1073741824 -s %s %s c", o, n));
        row("xdelta3 -9", "d", shell("xdelta3 -f -e -9 -B 1073741824 -s %s %s d", o, n));
        row("zstd -3", "e", shell("zstd -q -f -3 --long=30 --patch-from=%s %s -o e", o, n));
        Row cold = row("tidemark, cold", "f", List.of(program.toString(), "delta", "make", o, n, "f", "-f", "--json"));
        double warm = warm(old, image);
        Peer.run(work, shell("rdiff -f patch %s f r && cmp r %s", o, n));
        System.out.printf("  tidemark, warm    %8.3f s%n", warm);
        System.out.printf(
                "  rdiff -b 128 / cold %.1f, rdiff / cold %.1f, rdiff -b 128 / warm %.1f%n",
                fine.seconds / cold.seconds, plain.seconds / cold.seconds, fine.seconds / warm);
        System.out.printf(
                "  size / rdiff -b 128 %.2f, size / rdiff %.2f; rdiff patch makes the new image%n",
                (double) cold.bytes / fine.bytes, (double) cold.bytes / plain.bytes);
    }

    private record Row(double seconds, long bytes) {}

    private Row row(String name, String out, List<String> command) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        List<Double> proofs = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Peer.settle(work);
            Peer peer = Peer.run(work, command);
            proofs.add(proof());
            seconds.add(peer.seconds() - proofs.getLast());
        }
        double proof = median(proofs);
        String memory = proof > 0 ? "%5d MiB of its own".formatted(Peer.memory(work, command) >> 20) : "";
        Row row = new Row(median(seconds), Files.size(work.resolve(out)));
        System.out.printf(
                "  %-16s %8.3f s  %,14d bytes  %s%s%n",
                name, row.seconds, row.bytes, memory, proof > 0 ? String.format("  (proof %.3f s more)", proof) : "");
        return row;
    }

    /** What our program says that proving took; nothing for others. */
    private double proof() throws IOException {
        return MILLIS.matcher(Files.readString(work.resolve("peer.log")))
                .results()
                .filter(found -> found.group(1).equals("proofMillis"))
                .map((MatchResult found) -> Long.parseLong(found.group(2)) / 1000.0)
                .findFirst()
                .orElse(0.0);
    }

    private double warm(Path old, Path image) throws Exception {
        List<Double> seconds = new ArrayList<>();
        try (MachinePool pool = new MachinePool()) {
            for (int i = 0; i < 2 * WARM; i++) {
                Deltas.Target target = new Deltas.Target(work.resolve("g").toString(), true);
                Deltas.Made made =
                        new LocalDeltas().make(old.toString(), image.toString(), target, new Unwatched(pool));
                if (i >= WARM) {
                    seconds.add(made.millis() / 1000.0);
                }
            }
        }
        return median(seconds);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static List<String> shell(String script, String old, String image) {
        return List.of("sh", "-c", String.format(script, quote(old), quote(image)));
    }

    private static String quote(String path) {
        return "'" + path.replace("'", "'\\''") + "'";
    }
}
