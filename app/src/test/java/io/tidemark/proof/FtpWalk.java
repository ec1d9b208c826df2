package io.tidemark.proof;

import io.tidemark.testkit.FtpDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A tree on a real vsftpd whose sessions are killed while they serve: the first version, and one with 2 % changed. Run by
 * hand: {@code FtpWalk [FILES [PLACE]]}.
 */
final class FtpWalk {

    private static final int MEAN = 50_000;
    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:01Z");

    private final Random random = new Random(21);
    private final Path base;
    private final Path upstream;
    private final Path repository;
    private final AtomicInteger killed = new AtomicInteger();

    private FtpWalk(Path base) {
        this.base = base;
        this.upstream = base.resolve("upstream");
        this.repository = base.resolve("tree.versions");
    }

    /** @param args number of files, and a directory for all of it */
    public static void main(String... args) throws Exception {
        int files = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
        Path place = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("ftp-walk");
        Files.createDirectories(place);
        new FtpWalk(Files.createTempDirectory(place, "walk")).walk(files);
    }

    private void walk(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            create(i);
        }
        Console console = new Console(base.resolve("workspace.json"));
        try (FtpDaemon daemon = new FtpDaemon(upstream)) {
            console.does(
                    "init", "" + repository, "--kind", "tree", "--upstream", daemon.url("ftp"), "--attempts", "20");
            report("first", console, "1", daemon);
            for (int i = 0; i < count / 50; i++) {
                create(random.nextInt(count));
            }
            report("2 % changed", console, "2", daemon);
        }
        console.does("verify", "" + repository, "2");
    }

    private void report(String what, Console console, String version, FtpDaemon daemon) throws Exception {
        long start = System.nanoTime();
        Thread killer = Thread.ofPlatform().daemon().unstarted(() -> kill(daemon));
        killer.start();
        Ran ran = console.run("update", "" + repository, "--version", version, "--quiet");
        killer.interrupt();
        killer.join();
        double seconds = (System.nanoTime() - start) / 1e9;
        int same = new ProcessBuilder(List.of("diff", "-r", "" + upstream, "" + repository.resolve(version)))
                .inheritIO()
                .start()
                .waitFor();
        System.out.printf(
                Locale.ROOT,
                "%-14s %.1f s, %d sessions killed, exit %d, %s%n%s",
                what,
                seconds,
                killed.get(),
                ran.exit(),
                same == 0 ? "same as upstream" : "NOT the same",
                ran.exit() == 0 ? "" : ran);
    }

    /** Kills one of the sessions every now and then. */
    private void kill(FtpDaemon daemon) {
        killed.set(0);
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(100 + random.nextInt(200));
                List<ProcessHandle> sessions = daemon.sessions();
                if (!sessions.isEmpty()
                        && sessions.get(random.nextInt(sessions.size())).destroyForcibly()) {
                    killed.incrementAndGet();
                }
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private void create(int number) throws IOException {
        Path file = upstream.resolve("d" + number % 40 + "/file-" + number);
        byte[] content = new byte[1 + random.nextInt(2 * MEAN)];
        random.nextBytes(content);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.plusSeconds(random.nextInt(60_000_000))));
    }
}
