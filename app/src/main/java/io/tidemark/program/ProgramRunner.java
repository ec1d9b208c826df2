package io.tidemark.program;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs one program to its end, with its arguments as they are, in plain English, and for a bounded time. What it says on
 * either stream is one text. Safe for all threads; an interruption kills the program.
 */
public final class ProgramRunner {

    private static final int MOST_OUTPUT = 1 << 20;

    private final Duration limit;
    private final String path;
    private final int mostOutput;

    /** Runs programs of the given search path, each for at most so long. */
    public ProgramRunner(Duration limit, String path) {
        this(limit, path, MOST_OUTPUT);
    }

    /** The same for programs that may say more, or shall say less, than a million bytes. */
    public ProgramRunner(Duration limit, String path, int mostOutput) {
        this.limit = limit;
        this.path = path;
        this.mostOutput = mostOutput;
    }

    /**
     * How a program ended and what it said.
     *
     * @param whole whether that is all it said; what is beyond the limit is thrown away
     */
    public record Finished(int exit, String output, boolean whole) {}

    /**
     * Runs the program with this input.
     *
     * @throws ProblemException {@code program.missing} if it cannot be started, {@code program.time} if it had to be killed
     */
    public Finished run(List<String> command, String input) throws ProblemException, InterruptedException {
        Process process = start(command);
        FutureTask<Finished> output = new FutureTask<>(() -> read(process.getInputStream()));
        Thread.ofVirtual().start(output);
        try {
            write(process, input);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw problem("program.time", command, null);
            }
            return new Finished(
                    process.exitValue(), output.get().output(), output.get().whole());
        } catch (ExecutionException unreadable) {
            throw problem("program.time", command, unreadable);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(List<String> command) throws ProblemException {
        List<String> located = new ArrayList<>(command);
        located.set(0, located(command));
        ProcessBuilder builder = new ProcessBuilder(located).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        String home = environment.getOrDefault("HOME", "/");
        environment.clear();
        environment.putAll(Map.of("PATH", path, "HOME", home, "LC_ALL", "C"));
        try {
            return builder.start();
        } catch (IOException missing) {
            throw problem("program.missing", command, missing);
        }
    }

    private String located(List<String> command) throws ProblemException {
        return located(command.getFirst(), path).orElseThrow(() -> problem("program.missing", command, null));
    }

    /** Found on our own path: the platform would take the one that Java was started with. */
    static Optional<String> located(String program, String path) {
        if (program.indexOf('/') >= 0) {
            return Optional.of(program);
        }
        return Stream.of(path.split(File.pathSeparator))
                .filter(directory -> directory.startsWith("/"))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** A program that does not read to the end is judged by its exit code. */
    private static void write(Process process, String input) {
        try (OutputStream out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException notInterested) {
            // What it says and its exit code tell the rest.
        }
    }

    /** Reads to the end even where that is too much, for a program that cannot write does not end. */
    private Finished read(InputStream in) throws IOException {
        String output = new String(in.readNBytes(mostOutput), StandardCharsets.UTF_8);
        return new Finished(0, output, in.transferTo(OutputStream.nullOutputStream()) == 0);
    }

    private static ProblemException problem(String code, List<String> command, Exception cause) {
        Problem problem = Problem.of(code, Problem.Category.STORAGE, "object", command.getFirst());
        return new ProblemException(problem.with(String.valueOf(cause)), cause);
    }
}
