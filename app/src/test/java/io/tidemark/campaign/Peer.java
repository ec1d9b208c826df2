package io.tidemark.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program run as a whole process: how long it took, or the most memory of its own it had, mapped files left out. Not both
 * at once: looking at the memory takes time from a program that works with all processors.
 */
record Peer(double seconds, long anonymousBytes) {

    private static final long SAMPLE_MILLIS = 3;

    /** Runs a command to its end and times it; a failure is one of the benchmark. */
    static Peer run(Path directory, List<String> command) throws IOException, InterruptedException {
        return run(directory, command, false);
    }

    /** Runs a command to its end and watches its memory. */
    static long memory(Path directory, List<String> command) throws IOException, InterruptedException {
        return run(directory, command, true).anonymousBytes();
    }

    /** Waits until everything that was written before is on the disk, so that nobody pays for what another wrote. */
    static void settle(Path directory) throws IOException, InterruptedException {
        run(directory, List.of("sync"));
    }

    private static Peer run(Path directory, List<String> command, boolean watched)
            throws IOException, InterruptedException {
        Path log = directory.resolve("peer.log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        long most = 0;
        while (watched && !process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
            most = Math.max(most, anonymous(status));
        }
        process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + " exits " + process.exitValue() + ": " + Files.readString(log));
        }
        return new Peer(seconds, most);
    }

    private static long anonymous(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("RssAnon:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
