package io.tidemark.proof;

import io.tidemark.testkit.RsyncDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A large tree on a real daemon: its first version, one with 2 % changed and 1 % gone, and one over a wire that breaks;
 * each beside plain {@code rsync -a --delete} of the same change, both over wires that count, and that break at the same
 * places. Run by hand: {@code RsyncWalk [FILES [CUTS [PLACE]]]}.
 */
final class RsyncWalk {

    private static final int MEAN = 20_000;
    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:01Z");

    private final Random random = new Random(20);
    private final Path base;
    private final Path upstream;
    private final Path repository;
    private final Path peer;
    private final Console console;
    private final List<Path> files = new ArrayList<>();
    private int day;

    private RsyncWalk(Path base) {
        this.base = base;
        this.upstream = base.resolve("upstream");
        this.repository = base.resolve("tree.versions");
        this.peer = base.resolve("peer");
        this.console = new Console(base.resolve("workspace.json"));
    }

    /** @param args number of files, number of cuts, and a directory for all of it */
    public static void main(String... args) throws Exception {
        int files = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int cuts = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        Path place = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("rsync-walk");
        Files.createDirectories(place);
        new RsyncWalk(Files.createTempDirectory(place, "walk")).walk(files, cuts);
    }

    private void walk(int count, int cuts) throws Exception {
        for (int i = 0; i < count; i++) {
            create(upstream.resolve("d" + i % 200 + "/package-" + i * 7919L % 100_003 + "-r" + i % 7 + ".apk"));
        }
        try (RsyncDaemon daemon = new RsyncDaemon(Map.of("m", upstream));
                WireMeter ours = new WireMeter(daemon.port());
                WireMeter plain = new WireMeter(daemon.port())) {
            String url = daemon.url("m");
            console.does(
                    "init",
                    "" + repository,
                    "--kind",
                    "tree",
                    "--upstream",
                    over(url, daemon, ours),
                    "--attempts",
                    "9");
            String peerUrl = over(url, daemon, plain);
            measure("first", ours, plain, peerUrl);
            change(count);
            measure("2 % changed, 1 % gone", ours, plain, peerUrl);
            change(count);
            cut(cuts, ours, plain, peerUrl);
        }
        console.does("verify", "" + repository, "" + day);
    }

    private static String over(String url, RsyncDaemon daemon, WireMeter meter) {
        return url.replace(":" + daemon.port(), ":" + meter.port());
    }

    private void measure(String what, WireMeter ours, WireMeter plain, String url) throws Exception {
        long start = System.nanoTime();
        update();
        double our = seconds(start);
        long again = System.nanoTime();
        Path tree = base.resolve("peer");
        run("rsync", "-a", "--delete", url + "/", tree + "/");
        report(what, ours.bytes(), plain.bytes(), our, seconds(again));
        same();
    }

    /** Both wires break after the same random numbers of bytes; the same command is given again until it is through. */
    private void cut(int cuts, WireMeter ours, WireMeter plain, String url) throws Exception {
        long seed = random.nextLong();
        long start = System.nanoTime();
        int runs = 0;
        day++;
        breaking(ours, cuts, seed);
        for (boolean through = false; !through; runs++) {
            through = console.run("update", "" + repository, "--version", "" + day, "--quiet")
                            .exit()
                    == 0;
        }
        double our = seconds(start);
        long again = System.nanoTime();
        breaking(plain, cuts, seed);
        int peerRuns = 1;
        while (ended("rsync", "-a", "--partial", "--delete", "--quiet", url + "/", peer + "/") != 0) {
            peerRuns++;
        }
        String what = ours.cuts() + " cuts, " + runs + " runs; rsync " + plain.cuts() + " cuts, " + peerRuns + " runs";
        report(what, ours.bytes(), plain.bytes(), our, seconds(again));
        same();
    }

    private static void breaking(WireMeter wire, int cuts, long seed) {
        Random places = new Random(seed);
        wire.breaking(cuts, () -> places.nextInt(1_500_000));
    }

    private void update() {
        day++;
        console.does("update", "" + repository, "--version", "" + day, "--quiet");
    }

    private void change(int count) throws IOException {
        for (int i = 0; i < count / 50; i++) {
            Path file = files.get(random.nextInt(files.size()));
            Files.delete(file);
            files.remove(file);
            create(file);
        }
        for (int i = 0; i < count / 100; i++) {
            Files.delete(files.remove(random.nextInt(files.size())));
        }
        create(upstream.resolve("d1/new-" + day));
    }

    private void create(Path file) throws IOException {
        byte[] content = new byte[1 + random.nextInt(2 * MEAN)];
        random.nextBytes(content);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.plusSeconds(random.nextInt(60_000_000))));
        files.add(file);
    }

    private void same() throws Exception {
        run("diff", "-r", "" + upstream, "" + repository.resolve("" + day));
        run("diff", "-r", "" + upstream, "" + peer);
    }

    private static void run(String... words) throws Exception {
        int exit = ended(words);
        if (exit != 0) {
            throw new IllegalStateException(List.of(words) + " ended with " + exit);
        }
    }

    private static int ended(String... words) throws Exception {
        return new ProcessBuilder(words).inheritIO().start().waitFor();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void report(String what, long ours, long plain, double time, double peerTime) {
        System.out.printf(
                Locale.ROOT,
                "%-24s wire %,13d bytes, rsync -a %,13d bytes, ratio %.3f; %.1f s, rsync -a %.1f s%n",
                what,
                ours,
                plain,
                (double) ours / plain,
                time,
                peerTime);
    }
}
