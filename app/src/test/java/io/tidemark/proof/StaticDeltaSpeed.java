package io.tidemark.proof;

import io.tidemark.engine.Images;
import io.tidemark.engine.commit.CommitLab;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How long ten static deltas take: with one worker and with two, proved and told of, against a loop of
 * {@code ostree static-delta generate} of the same low priority. One repository of about 10,000 files with six commits; deltas lead to the two newest.
 */
final class StaticDeltaSpeed {

    private static final int FILES = 10_000;
    private static final int COMMITS = 6;
    private static final int CHANGED = 300;

    private StaticDeltaSpeed() {}

    /** Arguments: a directory for it, empty. */
    public static void main(String[] arguments) throws Exception {
        Path dir = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        try (CommitLab lab = new CommitLab(dir)) {
            lab.init(Map.of("delta-targets", "2", "delta-commits", "6"));
            Random random = new Random(41);
            for (int i = 0; i < COMMITS; i++) {
                change(dir.resolve("system/usr"), i, random);
                lab.release("41." + i);
            }
            List<String> commits = commits(lab);
            System.out.printf("%d files, %d commits%n", FILES, commits.size());
            loop(lab, commits);
            pool(lab, "1");
            pool(lab, "2");
        }
    }

    private static void change(Path usr, int release, Random random) throws IOException {
        for (int i = 0; i < FILES; i++) {
            boolean changes = release == 0 || random.nextInt(FILES) < CHANGED;
            if (changes) {
                Path file = usr.resolve("lib/" + i % 200 + "/file-" + i);
                Files.createDirectories(file.getParent());
                Files.write(file, content(file, release, random));
            }
        }
    }

    /** Half text, half noise; a tenth of an old file is new. */
    private static byte[] content(Path file, int release, Random random) throws IOException {
        byte[] bytes = new byte[2_000 + random.nextInt(30_000)];
        if (release > 0) {
            bytes = Files.readAllBytes(file);
            byte[] fresh = new byte[bytes.length / 10];
            random.nextBytes(fresh);
            System.arraycopy(fresh, 0, bytes, random.nextInt(bytes.length - fresh.length), fresh.length);
            return bytes;
        }
        random.nextBytes(bytes);
        byte[] text = "a line of text as there are many in a system\n"
                .repeat(bytes.length / 90)
                .getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, bytes, 0, text.length);
        return bytes;
    }

    private static List<String> commits(CommitLab lab) throws Exception {
        return lab.engine().images().matrix(lab.root.toString()).series().values().stream()
                .flatMap(List::stream)
                .map(id -> id.substring(id.lastIndexOf('/') + 1))
                .toList();
    }

    private static List<Images.Pair> pairs(List<String> commits) {
        List<Images.Pair> pairs = new ArrayList<>();
        for (String to : commits.subList(COMMITS - 2, COMMITS)) {
            commits.stream().filter(from -> !from.equals(to)).forEach(from -> pairs.add(new Images.Pair(from, to)));
        }
        return pairs;
    }

    private static void loop(CommitLab lab, List<String> commits) throws Exception {
        Path repository = lab.root.resolve("dev");
        Spent start = Spent.now();
        for (Images.Pair pair : pairs(commits)) {
            run(
                    "nice",
                    "-n",
                    "10",
                    "ostree",
                    "static-delta",
                    "generate",
                    "--repo=" + repository,
                    "--from=" + pair.from(),
                    "--to=" + pair.to());
        }
        run("ostree", "summary", "-u", "--repo=" + repository);
        report("loop of ostree", start, repository);
        forget(repository);
    }

    private static void pool(CommitLab lab, String workers) throws Exception {
        var config = lab.engine().views().status(lab.root.toString()).config();
        var options = new java.util.HashMap<>(config.upstream().options());
        options.put("workers", List.of(workers));
        lab.run(new Operation.Configure(
                lab.root.toString(),
                config.name(),
                new io.tidemark.model.Upstream(config.upstream().url(), options),
                config.transfer(),
                config.policies(),
                Map.of()));
        Spent start = Spent.now();
        Outcome outcome = lab.run(new Operation.MakeDeltas(lab.root.toString(), false, Map.of(), Map.of()));
        report(workers + " worker(s), proved, " + outcome.figures().get("deltas.made"), start, lab.root.resolve("dev"));
        forget(lab.root.resolve("dev"));
    }

    private static void report(String what, Spent start, Path repository) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(repository.resolve("deltas"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        Spent end = Spent.now();
        System.out.printf(
                "%-28s %6.1f s, %6.1f s of processors, %,d bytes%n",
                what, end.wall() - start.wall(), end.processors() - start.processors(), bytes);
    }

    /** Seconds: of the clock, and of processors by this process and by those that it waited for. */
    private record Spent(double wall, double processors) {

        private static final int FIRST = 11;

        static Spent now() throws IOException {
            String line = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = FIRST; i < FIRST + 4; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return new Spent(System.nanoTime() / 1e9, ticks / 100.0);
        }
    }

    private static void forget(Path repository) throws Exception {
        Function<String, Path> below = repository::resolve;
        for (String each : List.of("deltas", "delta-indexes")) {
            Files.walkFileTree(below.apply(each), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failed) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        run("ostree", "summary", "-u", "--repo=" + repository);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + Optional.of(process.exitValue()));
        }
    }
}
