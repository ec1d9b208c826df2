package io.tidemark.program;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Copies a tree to a host with {@code rsync} over {@code ssh}: permissions, times and links as they are, no owners, no
 * devices, and nothing is deleted. A run that says nothing for too long is killed: its own time-out can be switched off by
 * the other end. Safe for all threads.
 */
public final class Rsync {

    private static final Pattern VERSION = Pattern.compile("rsync +version v?(\\d+)\\.(\\d+).*");
    private static final Pattern PROGRESS = Pattern.compile("\\s*(\\d+)\\s+\\d+%.*");
    private static final Pattern SENT = Pattern.compile("sent (\\d+) bytes .*");
    private static final int OLDEST_MAJOR = 3;
    private static final int OLDEST_MINOR = 1;
    private static final int MOST_SAID = 4000;
    private static final int LONGEST_LINE = 1 << 16;
    private static final int TICK = 100;

    private final String path;
    private final Duration silence;

    /** The program found on this search path; killed when it says nothing for so long. */
    public Rsync(String path, Duration silence) {
        this.path = path;
        this.silence = silence;
    }

    /**
     * One copying.
     *
     * @param from absolute directory whose content is copied
     * @param to absolute directory on the host
     * @param names paths below {@code from} to which the copying is limited; none for all
     * @param base directory there, relative to {@code to}, whose equal files are linked instead, and whose other files of the
     *     same name save what they have in common; empty for none
     * @param shell how rsync reaches the host, as for {@code -e}
     * @param program what is run there, as for {@code --rsync-path}
     * @param host the host's name for that shell
     */
    public record Order(
            String from, List<String> names, String to, String base, String shell, String program, String host) {
        public Order {
            names = List.copyOf(names);
        }

        /** What is copied: what lies below the directory, or files in it with their paths from there. */
        private List<String> sources() {
            return names.isEmpty()
                    ? List.of(from + "/")
                    : names.stream().map(name -> from + "/./" + name).toList();
        }
    }

    /** Whether there is one here that is new enough. */
    public boolean usable() throws InterruptedException {
        try {
            return usable(new ProgramRunner(Duration.ofSeconds(10), path)
                    .run(List.of("rsync", "--version"), "")
                    .output());
        } catch (ProblemException missing) {
            return false;
        }
    }

    /** Whether what {@code rsync --version} says is new enough: 3.1, for the protection of its arguments and progress. */
    public static boolean usable(String said) {
        Matcher version = VERSION.matcher(said.lines().findFirst().orElse(""));
        if (!version.matches()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        return major > OLDEST_MAJOR || (major == OLDEST_MAJOR && Integer.parseInt(version.group(2)) >= OLDEST_MINOR);
    }

    /**
     * Copies, raising the bytes of the job's progress.
     *
     * @return bytes that went over the wire
     * @throws ProblemException {@code program.rsync} with what it said, {@code program.time}, {@code program.missing}
     */
    public long copy(Order order, JobContext job) throws ProblemException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words(order)).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        String home = environment.getOrDefault("HOME", "/");
        environment.clear();
        environment.putAll(Map.of("PATH", path, "HOME", home, "LC_ALL", "C"));
        Process process = start(builder);
        Watched watched = new Watched(job);
        Thread reader = Thread.ofVirtual().name("rsync").start(() -> watched.read(process.getInputStream()));
        try {
            process.getOutputStream().close();
            while (!process.waitFor(TICK, TimeUnit.MILLISECONDS)) {
                job.checkpoint();
                if (System.nanoTime() - watched.last > silence.toNanos()) {
                    throw problem("program.time", watched.said(), null);
                }
            }
            reader.join();
            if (process.exitValue() != 0) {
                throw problem("program.rsync", process.exitValue() + ": " + watched.said(), null);
            }
            return watched.sent;
        } catch (IOException e) {
            throw problem("program.rsync", watched.said(), e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Process start(ProcessBuilder builder) throws ProblemException {
        try {
            return builder.start();
        } catch (IOException missing) {
            throw problem("program.missing", "", missing);
        }
    }

    private List<String> words(Order order) {
        List<String> words = new ArrayList<>(List.of(
                "rsync",
                "-rlpt",
                "-s",
                "--no-D",
                "--no-o",
                "--no-g",
                "--partial-dir=.tidemark-partial",
                "--timeout=60",
                "--outbuf=L",
                "--no-human-readable",
                "--info=progress2,stats1,name2",
                "-e",
                order.shell(),
                "--rsync-path=" + order.program()));
        if (!order.base().isEmpty()) {
            words.add("--link-dest=" + order.base());
        }
        if (!order.names().isEmpty()) {
            words.addAll(List.of("--relative", "--ignore-times"));
        }
        words.add("--");
        words.addAll(order.sources());
        words.add(order.host() + ":" + order.to() + "/");
        return words;
    }

    private static ProblemException problem(String code, String said, Exception cause) {
        Problem problem = Problem.of(code, Problem.Category.UNREACHABLE, "object", "rsync")
                .in(Problem.State.STAGING_KEPT);
        return new ProblemException(problem.with(Said.of(said).whole()), cause);
    }

    /** What it says while it runs. Progress ends with a carriage return, all else with a line end. */
    private static final class Watched {
        private final JobContext job;
        private final StringBuilder tail = new StringBuilder();
        private volatile long last = System.nanoTime();
        private volatile long sent;
        private long shown;

        Watched(JobContext job) {
            this.job = job;
        }

        void read(InputStream output) {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8), LONGEST_LINE)) {
                StringBuilder line = new StringBuilder();
                for (int c = reader.read(); c >= 0; c = reader.read()) {
                    if (c == '\n' || c == '\r') {
                        take(line.toString());
                        line.setLength(0);
                    } else if (line.length() < LONGEST_LINE) {
                        line.append((char) c);
                    }
                }
            } catch (IOException killed) {
                keep("its output ended early");
            }
        }

        private void take(String line) {
            last = System.nanoTime();
            Matcher progress = PROGRESS.matcher(line);
            Matcher end = SENT.matcher(line);
            if (progress.matches()) {
                long now = Long.parseLong(progress.group(1));
                job.progress().bytes(now - shown);
                shown = now;
            } else if (end.matches()) {
                sent = Long.parseLong(end.group(1));
            } else {
                keep(line);
            }
        }

        private synchronized void keep(String line) {
            tail.append(line).append('\n');
            if (tail.length() > MOST_SAID) {
                tail.delete(0, tail.length() - MOST_SAID);
            }
        }

        synchronized String said() {
            return tail.toString().strip();
        }
    }
}
