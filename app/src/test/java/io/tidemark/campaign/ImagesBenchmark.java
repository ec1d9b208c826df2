package io.tidemark.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Times the whole of a repository of six images in one series, all deltas of the policy, sums and documents, against the
 * procedure by hand: a signature of each image, {@code rdiff} for each pair, {@code cksum}, {@code sha256sum} and {@code
 * sha512sum} of everything, one after another and four at once as its makefile does. Then kills a run in the middle and
 * counts what the next one repeats. Arguments: the program, a directory with six images of valid names (without it they are
 * made of a real tree, which takes minutes), workers (as many as processors if not given). Prints one ratio of this run.
 */
public final class ImagesBenchmark {

    private static final String PREFIX = "puavo-os-bench-bookworm-2026-0";
    private static final String SUFFIX = "-01-080000-amd64.img";
    private static final int IMAGES = 6;
    private static final Pattern FIGURE = Pattern.compile("\"(deltas\\.made|deltas\\.found)\" *: *(\\d+)");

    private final Path program;
    private final Path images;
    private final Path work;

    private ImagesBenchmark(Path program, Path images, Path work) {
        this.program = program;
        this.images = images;
        this.work = work;
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        Path near = args.length > 1 ? Path.of(args[1]).toAbsolutePath() : Path.of(System.getProperty("java.io.tmpdir"));
        Path work = Files.createTempDirectory(near, "tidemark-images");
        try {
            Path images = args.length > 1 ? near : SampleImages.makeSeries(work, IMAGES, PREFIX, SUFFIX);
            new ImagesBenchmark(Path.of(args[0]).toAbsolutePath(), images, work).run(args.length > 2 ? args[2] : "0");
        } finally {
            Peer.run(work.getParent(), List.of("rm", "-rf", work.toString()));
        }
    }

    private void run(String workers) throws Exception {
        List<Path> files = files();
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
            Peer.run(work, List.of("cp", file.toString(), "/dev/null"));
        }
        System.out.printf("%d images, %,d MB%n", files.size(), bytes / 1_000_000);
        Path mirror = work.resolve("mirror");
        init(mirror, workers);
        Peer.settle(work);
        Peer ours = Peer.run(work, command(mirror));
        System.out.printf("tidemark           %8.2f s  (%s)%n", ours.seconds(), figures());
        Path watched = work.resolve("watched");
        init(watched, workers);
        System.out.printf("  watched: at most %d MiB of its own%n", Peer.memory(work, command(watched)) >> 20);
        double four = procedure(files, "four at once", 4);
        double one = procedure(files, "one by one", 1);
        System.out.printf(
                "the procedure takes %.1f times as long one by one, %.1f times four at once%n",
                one / ours.seconds(), four / ours.seconds());
        killed(workers);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(images)) {
            return all.filter(file -> file.toString().endsWith(".img")).sorted().toList();
        }
    }

    private void init(Path mirror, String workers) throws Exception {
        Peer.run(
                work,
                List.of(
                        program.toString(),
                        "init",
                        mirror.toString(),
                        "--kind",
                        "puavo",
                        "--upstream",
                        images.toUri().toString(),
                        "--base-url",
                        "https://images.example.org",
                        "--workers",
                        workers,
                        "--workspace",
                        work.resolve("workspace.json").toString()));
    }

    private List<String> command(Path mirror) {
        return List.of(
                program.toString(),
                "delta",
                "run",
                mirror.toString(),
                "--take-in",
                "--json",
                "--workspace",
                work.resolve("workspace.json").toString());
    }

    private String figures() throws IOException {
        Matcher matcher = FIGURE.matcher(Files.readString(work.resolve("peer.log")));
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1) + " " + matcher.group(2));
        }
        return String.join(", ", found);
    }

    /** The commands of the original, as a makefile would run them. */
    private double procedure(List<Path> files, String title, int jobs) throws Exception {
        Path place = Files.createDirectories(work.resolve("procedure" + jobs));
        List<String> signatures = new ArrayList<>();
        List<String> deltas = new ArrayList<>();
        List<String> sums = new ArrayList<>();
        for (Path file : files) {
            signatures.add("rdiff -b 128 signature " + file + " " + file.getFileName() + ".sig");
            sums(sums, file.toString());
        }
        for (Path target : files.subList(Math.max(0, files.size() - 3), files.size())) {
            for (Path source : files) {
                if (!source.equals(target)) {
                    String out = source.getFileName() + "--" + target.getFileName() + ".rdiff";
                    deltas.add("rdiff -b 128 delta " + source.getFileName() + ".sig " + target + " " + out
                            + " && cksum " + out + " && sha256sum " + out + " && sha512sum " + out);
                }
            }
        }
        double seconds =
                parallel(place, signatures, jobs) + parallel(place, deltas, jobs) + parallel(place, sums, jobs);
        System.out.printf("procedure, %-13s %4.0f s%n", title, seconds);
        Peer.run(work, List.of("rm", "-rf", place.toString()));
        return seconds;
    }

    private static void sums(List<String> commands, String file) {
        for (String sum : List.of("cksum", "sha256sum", "sha512sum")) {
            commands.add(sum + " " + file);
        }
    }

    private static double parallel(Path place, List<String> commands, int jobs) throws Exception {
        Files.write(place.resolve("commands"), commands);
        String script = "tr '\\n' '\\0' < commands | xargs -0 -P " + jobs + " -I{} sh -c '{}' > sums";
        Peer.settle(place);
        return Peer.run(place, List.of("sh", "-c", script)).seconds();
    }

    /** Killed when some deltas are finished and others are under way, and started again. */
    private void killed(String workers) throws Exception {
        Path mirror = work.resolve("killed");
        init(mirror, workers);
        Process process = new ProcessBuilder(command(mirror))
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("killed.log").toFile())
                .start();
        Path products = mirror.resolve(".tidemark/products");
        while (process.isAlive() && finished(products) < 5) {
            Thread.onSpinWait();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        long finished = finished(products);
        Peer.run(work, command(mirror));
        System.out.printf("killed when %d deltas were finished; the next run: %s%n", finished, figures());
    }

    private static long finished(Path products) throws IOException {
        if (!Files.isDirectory(products)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(products)) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }
}
