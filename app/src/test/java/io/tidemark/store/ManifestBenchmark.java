package io.tidemark.store;

import io.tidemark.model.EntryPath;
import io.tidemark.model.FileChange;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Compares two manifests of a million entries in a process of its own and prints its whole time and peak memory, once
 * with one file in fifty changed and once with no path in common. Argument: number of entries (default 1,000,000).
 */
public final class ManifestBenchmark {

    private static final String[] LIKE_THE_PROGRAM = {"-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"};

    private ManifestBenchmark() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        if (args.length == 5) {
            compare(args);
            return;
        }
        int count = args.length == 1 ? Integer.parseInt(args[0]) : 1_000_000;
        Path dir = Files.createTempDirectory("tidemark-manifests");
        String before = write(dir.resolve("before"), count, 0, "");
        String after = write(dir.resolve("after"), count, 50, "");
        String other = write(dir.resolve("other"), count, 0, "x-");
        for (int i = 0; i < 3; i++) {
            measure("2 % changed", dir, "before", before, "after", after);
        }
        measure("all moved  ", dir, "before", before, "other", other);
        for (String name : List.of("before", "after", "other")) {
            Files.delete(dir.resolve(name));
        }
        Files.delete(dir);
    }

    private static void measure(String what, Path dir, String... sides) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of(LIKE_THE_PROGRAM));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(ManifestBenchmark.class.getName(), dir.toString()));
        command.addAll(List.of(sides));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        System.out.printf("%s: %.2f s, %s%n", what, (System.nanoTime() - start) / 1e9, output);
    }

    private static void compare(String[] args) throws Exception {
        Disk disk = new Disk();
        Map<FileChange.Kind, Long> counts = new EnumMap<>(FileChange.Kind.class);
        try (Dir dir = disk.open(Path.of(args[0]))) {
            ManifestSource before = source(disk, dir, args[1], args[2]);
            ManifestSource after = source(disk, dir, args[3], args[4]);
            new ManifestCompare(before, after, TestJob.quiet()).run(c -> counts.merge(c.kind(), 1L, Long::sum));
        }
        String peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElseThrow();
        double cpu =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
        System.out.println("processor " + cpu + " s, peak " + Long.parseLong(peak.replaceAll("[^0-9]", "")) / 1024
                + " MiB, " + counts);
    }

    private static ManifestSource source(Disk disk, Dir dir, String name, String root) {
        return new ManifestSource() {
            @Override
            public String version() {
                return name;
            }

            @Override
            public ManifestText open() throws ProblemException {
                return new ManifestText(name, new FileInput(disk.read(dir, Disk.raw(name))), root);
            }
        };
    }

    /** Writes a manifest of packages in directories of a thousand; every n-th has other content, or none if n is 0. */
    private static String write(Path file, int count, int everyOther, String prefix) throws IOException {
        Random random = new Random(1);
        ManifestWriter writer = new ManifestWriter(Files.newOutputStream(file));
        try (writer) {
            for (int i = 0; i < count; i++) {
                long content = random.nextLong();
                boolean other = everyOther > 0 && Long.remainderUnsigned(content, everyOther) == 0;
                writer.add(entry(prefix, i, other ? ~content : content));
            }
        }
        return writer.root();
    }

    private static ManifestEntry entry(String prefix, int i, long content) {
        String path = String.format("%smain-%04d/package-%07d-1.2.3-r%d.apk", prefix, i / 1000, i, i % 10);
        String sha256 = String.format("%016x%016x%016x%016x", content, content * 31, ~content, content ^ i);
        return new ManifestEntry(EntryPath.of(path), Type.FILE, 0444, (content >>> 44) + 1, sha256, "");
    }
}
