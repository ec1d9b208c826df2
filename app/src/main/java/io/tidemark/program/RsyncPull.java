package io.tidemark.program;

import io.tidemark.job.JobContext;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs {@code rsync} against a server that nobody trusts: with nothing of our environment but what is named, its lines
 * read as they come and bounded in length, and killed when it says nothing for too long, whatever its own time-out is told
 * by the other end. Safe for all threads.
 */
public final class RsyncPull {

    private static final Pattern VERSION = Pattern.compile("rsync +version v?(\\d{1,4}\\.\\d{1,4}\\.\\d{1,4})");
    private static final int LONGEST_LINE = 1 << 15;
    private static final int MOST_SAID = 4000;
    private static final int TICK = 50;
    private static final int MERCY_MILLIS = 1500;

    private static final Set<String> TOLD =
            Set.of("PATH", "HOME", "USER", "SSH_AUTH_SOCK", "RSYNC_PASSWORD", "RSYNC_PROXY", "TMPDIR");

    private final Map<String, String> environment;
    private final Duration silence;

    /**
     * Runs the program of that environment's {@code PATH}.
     *
     * @param environment all that the program gets to know; times come in UTC and texts in English
     * @param silence how long it may say nothing
     */
    public RsyncPull(Map<String, String> environment, Duration silence) {
        this.environment = Map.copyOf(environment);
        this.silence = silence;
    }

    /**
     * What the program gets to know of an environment: where programs lie, whose account this is, its agent, and a
     * password for a daemon that was put there. Nothing else of it could be meant for an upstream.
     *
     * @param proxy {@code http://host:port} to go through, empty for the environment's choice
     */
    public static Map<String, String> environment(Map<String, String> all, String proxy) {
        Map<String, String> told = new HashMap<>(all);
        told.keySet().retainAll(TOLD);
        told.putIfAbsent("HOME", "/");
        if (!proxy.isEmpty()) {
            told.put("RSYNC_PROXY", proxy.replaceFirst("^https?://", "").replaceFirst("/.*$", ""));
        }
        return told;
    }

    /** The program's version, as {@code 3.5.0}; empty if there is none here or it does not say. */
    public Optional<String> version() throws InterruptedException {
        try {
            ProgramRunner runner = new ProgramRunner(Duration.ofSeconds(10), environment.getOrDefault("PATH", ""));
            Matcher said = VERSION.matcher(
                    runner.run(List.of("rsync", "--version"), "").output());
            return said.find() ? Optional.of(said.group(1)) : Optional.empty();
        } catch (ProblemException missing) {
            return Optional.empty();
        }
    }

    /** Takes one line after the other, on one thread. */
    @FunctionalInterface
    public interface Lines {
        /** A line, each byte one character; what it throws ends the program. */
        void line(String line) throws ProblemException;
    }

    /**
     * How it ended.
     *
     * @param exit its exit code, see rsync(1)
     * @param said the end of what it complained of, fit to be shown
     */
    public record Ended(int exit, String said) {}

    /**
     * Runs it to its end.
     *
     * @param words arguments without the program
     * @param input what it reads
     * @throws ProblemException {@code program.missing}; {@code upstream.timeout} if it had to be killed; what the taker of
     *     lines throws
     */
    public Ended run(List<String> words, byte[] input, Lines lines, JobContext job)
            throws ProblemException, InterruptedException {
        Process process = start(words);
        Watched watched = new Watched(lines);
        Thread out = Thread.ofVirtual().start(() -> watched.read(process.getInputStream()));
        Thread err = Thread.ofVirtual().start(() -> watched.hear(process.getErrorStream()));
        Thread in = Thread.ofVirtual().start(() -> write(process, input));
        try {
            while (!process.waitFor(TICK, TimeUnit.MILLISECONDS)) {
                job.checkpoint();
                watched.rethrow();
                if (System.nanoTime() - watched.last > silence.toNanos()) {
                    throw silent(words.getLast(), watched.said());
                }
            }
            out.join();
            err.join();
            watched.rethrow();
            return new Ended(process.exitValue(), watched.said());
        } finally {
            end(process);
            in.interrupt();
        }
    }

    private Process start(List<String> words) throws ProblemException {
        String search = environment.getOrDefault("PATH", "");
        List<String> command = new ArrayList<>(words);
        command.addFirst(ProgramRunner.located("rsync", search).orElseThrow(() -> missing(null)));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
        try {
            return builder.start();
        } catch (IOException missing) {
            throw missing(missing);
        }
    }

    private static ProblemException missing(IOException cause) {
        return new ProblemException(Problem.of("program.missing", Problem.Category.STORAGE, "object", "rsync"), cause);
    }

    private static void write(Process process, byte[] input) {
        try (OutputStream out = process.getOutputStream()) {
            out.write(input);
        } catch (IOException notInterested) {
            // Its exit code tells the rest.
        }
    }

    /** Asked kindly first, so that it keeps what it has of a file. */
    private static void end(Process process) {
        if (process.isAlive()) {
            List<ProcessHandle> helpers = process.descendants().toList();
            process.destroy();
            boolean interrupted = Thread.interrupted();
            try {
                process.waitFor(MERCY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException again) {
                interrupted = true;
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            helpers.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static ProblemException silent(String object, String said) {
        Problem problem = Problem.of("upstream.timeout", Problem.Category.UNREACHABLE, "object", object);
        return new ProblemException(problem.with(said));
    }

    /** What it says while it runs. Progress ends with a carriage return, all else with a line end. */
    private static final class Watched {
        private final Lines lines;
        private final StringBuilder tail = new StringBuilder();
        private volatile long last = System.nanoTime();
        private volatile Exception failure;

        Watched(Lines lines) {
            this.lines = lines;
        }

        void read(InputStream output) {
            try (InputStream in = new BufferedInputStream(output, LONGEST_LINE)) {
                ByteArrayOutputStream line = new ByteArrayOutputStream();
                for (int c = in.read(); c >= 0; c = in.read()) {
                    if (c == '\n' || c == '\r') {
                        take(line);
                    } else if (line.size() < LONGEST_LINE) {
                        line.write(c);
                    }
                }
            } catch (IOException killed) {
                keep("its output ended early");
            } catch (ProblemException | RuntimeException refused) {
                failure = refused;
            }
        }

        private void take(ByteArrayOutputStream line) throws ProblemException {
            last = System.nanoTime();
            lines.line(line.toString(StandardCharsets.ISO_8859_1));
            line.reset();
        }

        void hear(InputStream errors) {
            try (errors) {
                byte[] buffer = new byte[MOST_SAID];
                for (int got = errors.read(buffer); got >= 0; got = errors.read(buffer)) {
                    keep(new String(buffer, 0, got, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException killed) {
                keep("its complaints ended early");
            }
        }

        private synchronized void keep(String more) {
            tail.append(more);
            if (tail.length() > MOST_SAID) {
                tail.delete(0, tail.length() - MOST_SAID);
            }
        }

        /** Line by line in a form that hides nothing. */
        synchronized String said() {
            return String.join(
                    "\n",
                    tail.toString()
                            .strip()
                            .lines()
                            .map(line -> EntryPath.ofBytes(line.getBytes(StandardCharsets.ISO_8859_1))
                                    .text())
                            .toList());
        }

        void rethrow() throws ProblemException {
            switch (failure) {
                case ProblemException refused -> throw refused;
                case RuntimeException bug -> throw bug;
                case null, default -> {}
            }
        }
    }
}
