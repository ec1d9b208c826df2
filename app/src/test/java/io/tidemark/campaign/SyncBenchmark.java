package io.tidemark.campaign;

import io.tidemark.demo.AlpineRecipe;
import io.tidemark.demo.AlpineUpstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Times whole processes: a first, an unchanged and a changed sync of a signed upstream against {@code wget --mirror}, from
 * nginx (where it is installed) and from our own server, the latter also with added delay for each request, and counts
 * what travelled. Arguments: the program, number of packages (default 5000), mean payload in bytes (default 20000), rounds
 * (default 3), delay of a slow server in milliseconds for each request (default 20, 0 leaves that part out). Prints medians and ratios from this one run.
 *
 * <p>Both sides read from the same server, which has answered a whole mirror before anything is timed; who goes first
 * changes with every round; nothing is deleted before the end, because ext4 makes whoever creates files after that search
 * for free inodes. One directory is made for each run, on the file system of the temporary directory.
 */
public final class SyncBenchmark {

    private final Path executable;
    private final Path work;
    private final AlpineUpstream upstream;
    private final int rounds;
    private int runs;

    private SyncBenchmark(Path executable, Path work, AlpineUpstream upstream, int rounds) {
        this.executable = executable;
        this.work = work;
        this.upstream = upstream;
        this.rounds = rounds;
    }

    /** What one side took for a first and for an unchanged sync. */
    private record Run(Timed first, Timed again) {}

    /** Runs the benchmark. */
    public static void main(String[] args) throws Exception {
        int packages = args.length > 1 ? Integer.parseInt(args[1]) : 5000;
        int payload = args.length > 2 ? Integer.parseInt(args[2]) : 20_000;
        int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 3;
        Path work = Files.createTempDirectory("tidemark-sync");
        try {
            AlpineUpstream upstream = AlpineUpstream.create(
                    work.resolve("upstream"),
                    AlpineRecipe.small().withPackages(packages).withPayload(payload));
            int delay = args.length > 4 ? Integer.parseInt(args[4]) : 20;
            new SyncBenchmark(Path.of(args[0]).toAbsolutePath(), work, upstream, rounds).run(delay);
        } finally {
            new ProcessBuilder("rm", "-rf", work.toString()).inheritIO().start().waitFor();
        }
    }

    private void run(int delay) throws Exception {
        System.out.printf("%d packages listed, %d files, %d MB%n", upstream.packages(), files(), bytes() / 1_000_000);
        if (Publisher.Nginx.installed()) {
            try (Publisher nginx = Publisher.Nginx.of(upstream.root(), work.resolve("nginx"))) {
                compare(nginx, rounds, "no delay");
            }
        } else {
            System.out.println("nginx is not installed: only our own server is measured");
        }
        try (Publisher own = Publisher.Embedded.of(upstream.root(), Duration.ZERO)) {
            compare(own, rounds, "no delay");
        }
        if (delay > 0) {
            try (Publisher own = Publisher.Embedded.of(upstream.root(), Duration.ofMillis(delay))) {
                compare(own, 1, delay + " ms for each request");
            }
        }
        changed();
    }

    private void compare(Publisher from, int times, String title) throws Exception {
        System.out.printf("from %s, %s%n", from.name(), title);
        if (times > 1) {
            wget(from);
        }
        List<Run> ours = new ArrayList<>();
        List<Run> theirs = new ArrayList<>();
        for (int round = 0; round < times; round++) {
            if (round % 2 == 0) {
                ours.add(tidemark(from));
                theirs.add(wget(from));
            } else {
                theirs.add(wget(from));
                ours.add(tidemark(from));
            }
            row("first", ours.getLast().first(), theirs.getLast().first());
            row("unchanged", ours.getLast().again(), theirs.getLast().again());
        }
        System.out.printf(
                "  medians: first sync takes %.2f times wget's time; unchanged is %.1f times faster%n",
                median(ours, true) / median(theirs, true), median(theirs, false) / median(ours, false));
    }

    private static void row(String what, Timed ours, Timed theirs) {
        System.out.printf(
                "  %-10s tidemark %s   wget %s   tidemark/wget %.2f%n",
                what, ours, theirs, (double) ours.millis() / theirs.millis());
    }

    private static double median(List<Run> runs, boolean first) {
        List<Long> sorted = runs.stream()
                .map(run -> (first ? run.first() : run.again()).millis())
                .sorted()
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    private Run tidemark(Publisher from) throws Exception {
        Path scratch = Files.createDirectories(work.resolve("scratch" + ++runs));
        String repository = init(from, scratch);
        Timed first = update(scratch, repository);
        long requests = requests(from);
        Timed again = update(scratch, repository);
        if (requests >= 0) {
            System.out.printf("  requests of an unchanged update: %d%n", requests(from) - requests);
        }
        return new Run(first, again);
    }

    private Run wget(Publisher from) throws Exception {
        Path mirror = Files.createDirectories(work.resolve("wget" + ++runs));
        List<String> command = List.of(
                "wget",
                "--quiet",
                "--mirror",
                "--no-parent",
                "--no-host-directories",
                from.url() + upstream.recipe().branch() + "/");
        return new Run(time(mirror, command), time(mirror, command));
    }

    private void changed() throws Exception {
        try (Publisher.Embedded from = Publisher.Embedded.of(upstream.root(), Duration.ZERO)) {
            Path scratch = Files.createDirectories(work.resolve("scratch" + ++runs));
            String repository = init(from, scratch);
            update(scratch, repository);
            long total = from.server().bytesSent();
            long requests = from.server().requests();
            upstream.mutate(2);
            Timed update = update(scratch, repository);
            System.out.printf(
                    "2 %% changed: %s, %d requests, %.2f MB of %.2f MB%n",
                    update,
                    from.server().requests() - requests,
                    (from.server().bytesSent() - total) / 1e6,
                    total / 1e6);
        }
    }

    private static long requests(Publisher from) {
        return switch (from) {
            case Publisher.Embedded own -> own.server().requests();
            case Publisher.Nginx nginx -> -1;
        };
    }

    private String init(Publisher from, Path scratch) throws Exception {
        String repository = scratch.resolve("repository").toString();
        tidemark(
                scratch,
                "init",
                repository,
                "--kind",
                "alpine",
                "--upstream",
                from.url(),
                "--branch",
                upstream.recipe().branch(),
                "--arch",
                "x86_64",
                "--repos",
                "main,community,releases",
                "--flavors",
                "all",
                "--keys",
                upstream.root().resolve("keys").toString());
        return repository;
    }

    private Timed update(Path scratch, String repository) throws Exception {
        return tidemark(scratch, "update", repository, "--quiet");
    }

    private Timed tidemark(Path scratch, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(List.of(arguments));
        return time(scratch, command);
    }

    /** What was written before must not be waited for inside the measurement. */
    private Timed time(Path directory, List<String> command) throws Exception {
        new ProcessBuilder("sync", "-f", work.toString()).start().waitFor();
        return Timed.run(
                directory, Map.of("XDG_CONFIG_HOME", directory.resolve("config").toString()), command);
    }

    private long files() throws IOException {
        try (var walk = Files.walk(upstream.root().resolve(upstream.recipe().branch()))) {
            return walk.filter(Files::isRegularFile).count();
        }
    }

    private long bytes() throws IOException {
        try (var walk = Files.walk(upstream.root().resolve(upstream.recipe().branch()))) {
            return walk.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
