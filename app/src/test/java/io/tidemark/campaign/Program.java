package io.tidemark.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program, run as a child process. */
record Program(Path executable, Path scratch) {

    /** How a finished run ended. */
    record Ended(int exit, String out, String err, long millis) {}

    Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(scratch.resolve("out").toFile())
                .redirectError(scratch.resolve("err").toFile());
        builder.environment().put("XDG_CONFIG_HOME", scratch.resolve("config").toString());
        return builder.start();
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return run(List.of(arguments));
    }

    Ended run(List<String> arguments) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start(arguments);
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("hangs: " + arguments);
        }
        return new Ended(process.exitValue(), read("out"), said(), (System.nanoTime() - start) / 1_000_000);
    }

    Ended mustDo(String... arguments) throws IOException, InterruptedException {
        Ended ended = run(arguments);
        if (ended.exit() != 0) {
            throw new IllegalStateException(List.of(arguments) + " exits " + ended.exit() + "\n" + ended.err());
        }
        return ended;
    }

    /** What the last run said on standard error. */
    String said() throws IOException {
        return read("err");
    }

    /** What the last run said on standard output: that it is done, and nothing before. */
    String answered() throws IOException {
        return read("out");
    }

    private String read(String name) throws IOException {
        return Files.readString(scratch.resolve(name), StandardCharsets.UTF_8);
    }
}
