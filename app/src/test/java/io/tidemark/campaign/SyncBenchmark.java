package io.tidemark.campaign;

import io.tidemark.demo.AlpineRecipe;
import io.tidemark.demo.AlpineUpstream;
import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Times whole processes: a first, an unchanged and a changed sync of a signed upstream against {@code wget --mirror}, with
 * and without added delay for each request, and counts what travelled. Arguments: the program, number of packages
 * (default 5000), mean payload in bytes (default 20000), rounds (default 3). Prints ratios from this one run.
 */
public final class SyncBenchmark {

    private final Path executable;
    private final Path work;
    private final AlpineUpstream upstream;
    private int runs;

    private SyncBenchmark(Path executable, Path work, int packages, int payload) throws IOException {
        this.executable = executable;
        this.work = work;
        this.upstream = AlpineUpstream.create(
                work.resolve("upstream"),
                AlpineRecipe.small().withPackages(packages).withPayload(payload));
    }

    /** Runs the benchmark. */
    public static void main(String[] args) throws Exception {
        int packages = args.length > 1 ? Integer.parseInt(args[1]) : 5000;
        int payload = args.length > 2 ? Integer.parseInt(args[2]) : 20_000;
        int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 3;
        Path work = Files.createTempDirectory("tidemark-sync");
        SyncBenchmark benchmark = new SyncBenchmark(Path.of(args[0]).toAbsolutePath(), work, packages, payload);
        System.out.printf(
                "%d packages listed, %d files, %d MB%n",
                benchmark.upstream.packages(), benchmark.files(), benchmark.bytes() / 1_000_000);
        for (int round = 0; round < rounds; round++) {
            benchmark.compare("no delay, round " + (round + 1), Duration.ZERO);
        }
        benchmark.compare("20 ms for each request", Duration.ofMillis(20));
        benchmark.changed();
    }

    private void compare(String title, Duration delay) throws Exception {
        try (TreeServer server = serve(delay)) {
            int run = ++runs;
            Path mirror = Files.createDirectories(work.resolve("wget" + run));
            long first = wget(server, mirror);
            long again = wget(server, mirror);
            Program program = program(run);
            String dir = init(program, server, run);
            long ourFirst = program.mustDo("update", dir, "--quiet").millis();
            long requests = server.requests();
            long ourAgain = program.mustDo("update", dir, "--quiet").millis();
            System.out.printf("%s%n", title);
            row("first sync", ourFirst, first);
            row("unchanged", ourAgain, again);
            System.out.printf("  requests of an unchanged update: %d%n", server.requests() - requests);
        }
    }

    private void changed() throws Exception {
        try (TreeServer server = serve(Duration.ZERO)) {
            Program program = program(++runs);
            String dir = init(program, server, runs);
            program.mustDo("update", dir, "--quiet");
            long total = server.bytesSent();
            long requests = server.requests();
            upstream.mutate(2);
            long millis = program.mustDo("update", dir, "--quiet").millis();
            System.out.printf(
                    "2 %% changed: %d ms, %d requests, %.2f MB of %.2f MB%n",
                    millis, server.requests() - requests, (server.bytesSent() - total) / 1e6, total / 1e6);
        }
    }

    private static void row(String what, long ours, long theirs) {
        System.out.printf(
                "  %-12s tidemark %6d ms   wget %6d ms   wget/tidemark %.2f%n",
                what, ours, theirs, (double) theirs / ours);
    }

    private TreeServer serve(Duration delay) throws Exception {
        return TreeServer.start(
                Published.tree(upstream.root()), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), delay);
    }

    private Program program(int run) throws IOException {
        return new Program(executable, Files.createDirectories(work.resolve("scratch" + run)));
    }

    private String init(Program program, TreeServer server, int run) throws IOException, InterruptedException {
        String dir = work.resolve("repository" + run).toString();
        program.mustDo(
                "init",
                dir,
                "--kind",
                "alpine",
                "--upstream",
                server.url(),
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
        return dir;
    }

    private long wget(TreeServer server, Path mirror) throws IOException, InterruptedException {
        List<String> command = List.of(
                "wget",
                "--quiet",
                "--mirror",
                "--no-parent",
                "--no-host-directories",
                server.url() + upstream.recipe().branch() + "/");
        long start = System.nanoTime();
        int exit = new ProcessBuilder(command)
                .directory(mirror.toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("wget exits " + exit);
        }
        return (System.nanoTime() - start) / 1_000_000;
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
