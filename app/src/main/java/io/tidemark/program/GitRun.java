package io.tidemark.program;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One run of {@code git}: nobody's settings but ours, no questions, no hooks, no protocol that runs programs, and killed
 * when it is silent for too long. Its answer and its complaints stay apart. Safe for all threads.
 */
final class GitRun {

    private static final int MOST_ANSWER = 512 << 20;
    private static final int MOST_SAID = 4000;
    private static final int TICK = 20;
    private static final Duration LEAST_WORK = Duration.ofMillis(30);
    private static final String BORROWED = "GIT_ALTERNATE_OBJECT_DIRECTORIES";

    private final String path;
    private final Duration silence;

    GitRun(String path, Duration silence) {
        this.path = path;
        this.silence = silence;
    }

    /**
     * How it ended.
     *
     * @param answer what it wrote, each byte one character
     * @param said the end of what it complained of
     */
    record Ended(int exit, String answer, String said) {}

    /**
     * Where it runs.
     *
     * @param repository the repository concerned, none for commands that need none
     * @param borrowed a directory of objects that count as if they lay there
     */
    record At(Optional<Path> repository, Optional<Path> borrowed) {

        static At in(Path repository) {
            return new At(Optional.of(repository), Optional.empty());
        }

        static At nowhere() {
            return new At(Optional.empty(), Optional.empty());
        }
    }

    /** Runs it to its end; {@code heard} gets what it says of its progress, line by line, on another thread. */
    Ended run(At at, List<String> words, Consumer<String> heard, JobContext job)
            throws ProblemException, InterruptedException {
        Process process = start(at, words);
        Streams streams = new Streams(heard);
        FutureTask<String> answer = started(() -> streams.answer(process.getInputStream()));
        FutureTask<String> said = started(() -> streams.complaints(process.getErrorStream()));
        try {
            process.getOutputStream().close();
            while (!process.waitFor(TICK, TimeUnit.MILLISECONDS)) {
                job.checkpoint();
                if (System.nanoTime() - streams.last > silence.toNanos() && !streams.works(process)) {
                    throw problem("program.time", words, null);
                }
            }
            return new Ended(process.exitValue(), answer.get(), said.get());
        } catch (ExecutionException | IOException broken) {
            throw problem("program.time", words, broken);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static FutureTask<String> started(Callable<String> reading) {
        FutureTask<String> task = new FutureTask<>(reading);
        Thread.ofVirtual().start(task);
        return task;
    }

    private Process start(At at, List<String> words) throws ProblemException {
        List<String> command = new ArrayList<>(List.of(located(words)));
        at.repository().ifPresent(each -> command.add("--git-dir=" + each.toAbsolutePath()));
        SETTINGS.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        AGAINST.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> told = new HashMap<>(builder.environment());
        told.keySet().retainAll(List.of("HOME", "USER", "SSH_AUTH_SOCK", "TMPDIR"));
        builder.environment().clear();
        builder.environment().putAll(told);
        builder.environment().putAll(OURS);
        builder.environment().put("PATH", path);
        at.borrowed().ifPresent(objects -> builder.environment().put(BORROWED, objects.toString()));
        try {
            return builder.start();
        } catch (IOException missing) {
            throw problem("program.missing", words, missing);
        }
    }

    /** What makes git the same on every machine; nothing a person set for working with git may change a mirror. */
    private static final Map<String, String> SETTINGS = Map.of(
            "core.hooksPath", "/dev/null",
            "gc.auto", "0",
            "maintenance.auto", "false",
            "fetch.unpackLimit", "1",
            "fetch.fsckObjects", "true",
            "fetch.fsck.zeroPaddedFilemode", "warn",
            "fetch.fsck.badTimezone", "warn",
            "fetch.fsck.missingSpaceBeforeDate", "warn",
            "pack.threads", "2",
            "protocol.ext.allow", "never");

    /** Against what stands in the settings of a repository that somebody else made. */
    private static final Map<String, String> AGAINST = Map.of(
            "log.showSignature", "false",
            "gpg.program", "false",
            "core.fsmonitor", "false",
            "core.sharedRepository", "0644");

    private static final Map<String, String> OURS = Map.of(
            "LC_ALL", "C.UTF-8",
            "GIT_TERMINAL_PROMPT", "0",
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_ALLOW_PROTOCOL", "file:git:http:https:ssh",
            "GIT_SSH_COMMAND", "ssh -oBatchMode=yes -oServerAliveInterval=15 -oServerAliveCountMax=4",
            "GIT_NO_LAZY_FETCH", "1",
            "GIT_NO_REPLACE_OBJECTS", "1");

    private String located(List<String> words) throws ProblemException {
        return ProgramRunner.located("git", path).orElseThrow(() -> problem("program.missing", words, null));
    }

    private static ProblemException problem(String code, List<String> words, Exception cause) {
        Problem problem = Problem.of(code, Problem.Category.STORAGE, "object", "git");
        return new ProblemException(problem.with("git " + words.getFirst() + ": " + cause), cause);
    }

    /** What it says, on two threads. */
    private static final class Streams {
        private final Consumer<String> heard;
        private volatile long last = System.nanoTime();
        private Duration busy = Duration.ZERO;

        Streams(Consumer<String> heard) {
            this.heard = heard;
        }

        /**
         * Whether a silent run did something since it was last looked at: over plain HTTP git says nothing while a pack comes,
         * and nothing while it checks what came.
         */
        boolean works(Process process) {
            Duration now = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                    .reduce(Duration.ZERO, Duration::plus);
            boolean worked = now.minus(busy).compareTo(LEAST_WORK) > 0;
            busy = now;
            last = System.nanoTime();
            return worked;
        }

        String answer(InputStream in) throws IOException {
            StringBuilder all = new StringBuilder();
            byte[] buffer = new byte[1 << 16];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                last = System.nanoTime();
                if (all.length() + got > MOST_ANSWER) {
                    in.transferTo(OutputStream.nullOutputStream());
                    throw new IOException("it says more than " + MOST_ANSWER + " bytes");
                }
                all.append(new String(buffer, 0, got, StandardCharsets.ISO_8859_1));
            }
            return all.toString();
        }

        String complaints(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            StringBuilder tail = new StringBuilder();
            byte[] buffer = new byte[1 << 12];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                last = System.nanoTime();
                for (int i = 0; i < got; i++) {
                    if (buffer[i] == '\n' || buffer[i] == '\r') {
                        take(line, buffer[i] == '\n', tail);
                    } else if (line.length() < MOST_SAID) {
                        line.append((char) (buffer[i] & 0xff));
                    }
                }
            }
            take(line, true, tail);
            return new String(tail.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }

        /** Lines that a later one overwrites are progress and no complaint. */
        private void take(StringBuilder line, boolean whole, StringBuilder tail) {
            String text = line.toString();
            line.setLength(0);
            heard.accept(text);
            if (whole && !text.isBlank()) {
                tail.append(text).append('\n');
                tail.delete(0, Math.max(0, tail.length() - MOST_SAID));
            }
        }
    }
}
