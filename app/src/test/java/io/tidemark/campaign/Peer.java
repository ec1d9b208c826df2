package io.tidemark.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program run as a whole process: how long it took and the most memory of its own it had, mapped files left out. */
record Peer(double seconds, long anonymousBytes) {

    private static final long SAMPLE_MILLIS = 3;

    /** Runs a command to its end; a failure is one of the benchmark. */
    static Peer run(Path directory, List<String> command) throws IOException, InterruptedException {
        Path log = directory.resolve("peer.log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        long most = 0;
        while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
            most = Math.max(most, anonymous(status));
        }
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
