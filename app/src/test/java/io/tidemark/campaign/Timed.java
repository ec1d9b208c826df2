package io.tidemark.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a whole process took. On a machine that does other work besides, the processor time says more than the clock.
 *
 * @param millis from start to end
 * @param cpu milliseconds of processor time, in the program and in the kernel
 */
record Timed(long millis, long cpu) {

    /** Runs a command to its end, which must be a good one. The shell is there because it can tell processor time. */
    static Timed run(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path said = directory.resolve("said");
        List<String> words = new ArrayList<>(
                List.of("bash", "-c", "TIMEFORMAT='%3R %3U %3S'; time \"$@\" 2>\"$0\"", said.toString()));
        words.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(directory.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String times = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " fails: " + Files.readString(said));
        }
        String[] seconds = times.split(" ");
        return new Timed(millis(seconds[0]), millis(seconds[1]) + millis(seconds[2]));
    }

    private static long millis(String seconds) {
        return Math.round(Double.parseDouble(seconds) * 1000);
    }

    @Override
    public String toString() {
        return String.format("%6d ms (cpu %5d)", millis, cpu);
    }
}
