package io.tidemark.program;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Runs one program to its end with its two streams apart, for programs whose answers stand on one and whose complaints on
 * the other. Arguments go as they are, the environment is clean, time and output are bounded; whoever watches can stop it.
 * Safe for all threads.
 */
final class SplitRunner {

    private static final int TICK = 50;
    private static final int MOST_COMPLAINTS = 1 << 16;

    private final String path;
    private final Duration limit;
    private final int mostOutput;

    /** Runs what is on the search path, for at most so long, keeping at most so many bytes of its answer. */
    SplitRunner(String path, Duration limit, int mostOutput) {
        this.path = path;
        this.limit = limit;
        this.mostOutput = mostOutput;
    }

    /**
     * How a program ended.
     *
     * @param out its answer, UTF-8
     * @param err its complaints, cut at a bearable length
     * @param whole whether that is all of its answer
     */
    record Ended(int exit, String out, String err, boolean whole) {

        boolean good() {
            return exit == 0 && whole;
        }
    }

    private record Read(String text, boolean whole) {}

    /**
     * Runs it, stopping it with its children when the job is cancelled.
     *
     * @throws ProblemException {@code program.missing}, {@code program.time}
     */
    Ended run(List<String> command, JobContext job) throws ProblemException, InterruptedException {
        Process process = start(command);
        FutureTask<Read> out = reading(process.getInputStream(), mostOutput);
        FutureTask<Read> err = reading(process.getErrorStream(), MOST_COMPLAINTS);
        long begin = System.nanoTime();
        try {
            process.getOutputStream().close();
            while (!process.waitFor(TICK, TimeUnit.MILLISECONDS)) {
                job.checkpoint();
                if (System.nanoTime() - begin > limit.toNanos()) {
                    throw problem("program.time", command, null);
                }
            }
            Read answer = out.get();
            return new Ended(process.exitValue(), answer.text(), err.get().text(), answer.whole());
        } catch (ExecutionException | IOException unreadable) {
            throw problem("program.time", command, unreadable);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(List<String> command) throws ProblemException {
        List<String> located = new ArrayList<>(command);
        Optional<String> program = ProgramRunner.located(command.getFirst(), path);
        located.set(0, program.orElseThrow(() -> problem("program.missing", command, null)));
        ProcessBuilder builder = new ProcessBuilder(located);
        Map<String, String> environment = builder.environment();
        String home = environment.getOrDefault("HOME", "/");
        environment.clear();
        // plain English, and file names outside of ASCII all the same
        environment.putAll(Map.of("PATH", path, "HOME", home, "LC_ALL", "C.UTF-8"));
        try {
            return builder.start();
        } catch (IOException missing) {
            throw problem("program.missing", command, missing);
        }
    }

    /** Reads to the end even where that is too much, for a program that cannot write does not end. */
    private static FutureTask<Read> reading(InputStream in, int most) {
        FutureTask<Read> task = new FutureTask<>(() -> {
            String text = new String(in.readNBytes(most), StandardCharsets.UTF_8);
            return new Read(text, in.transferTo(OutputStream.nullOutputStream()) == 0);
        });
        Thread.ofVirtual().start(task);
        return task;
    }

    private static ProblemException problem(String code, List<String> command, Exception cause) {
        Problem problem = Problem.of(code, Problem.Category.STORAGE, "object", command.getFirst());
        return new ProblemException(problem.with(String.valueOf(cause)), cause);
    }
}
