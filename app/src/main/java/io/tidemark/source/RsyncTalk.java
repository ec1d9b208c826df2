package io.tidemark.source;

import io.tidemark.job.JobContext;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.RsyncPull;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs of rsync against one upstream. It is never told to carry owners, permissions, devices or links; what it is told of
 * files comes over standard input, so that no name is ever taken for anything else. Safe for all threads.
 */
final class RsyncTalk {

    /** Time-outs of the program are set to this many times shorter than our own clock. */
    static final int PATIENCE = 2;

    private static final Pattern MODULE = Pattern.compile("([^\\s/]{1,64}) *\\t(.{0,200})");
    private static final int MOST_MODULES = 200;
    private static final int[] SOUND = {3, 4, 3};

    private final RsyncUrl url;
    private final RsyncPull program;
    private final Retry retry;
    private final int seconds;

    RsyncTalk(RsyncUrl url, RsyncPull program, Retry retry, int seconds) {
        this.url = url;
        this.program = program;
        this.retry = retry;
        this.seconds = seconds;
    }

    RsyncUrl url() {
        return url;
    }

    Retry retry() {
        return retry;
    }

    /**
     * One run.
     *
     * @param special words that this run has besides the common ones
     * @param from location of a directory below the root, empty for the root
     * @param to a directory here
     * @param names locations of the files meant, below {@code from}; empty for all of it
     */
    record Run(List<String> special, String from, String to, List<String> names) {}

    /** Runs once. */
    void once(Run run, RsyncPull.Lines lines, JobContext job)
            throws IOException, ProblemException, InterruptedException {
        if (url.lacksModule()) {
            throw unnamed(modules(job));
        }
        List<String> words = new ArrayList<>(run.special());
        words.addAll(List.of("--no-motd", "--no-human-readable", "--outbuf=L", "--timeout=" + seconds));
        words.addAll(url.way(seconds));
        if (!run.names().isEmpty()) {
            words.addAll(List.of("--files-from=-", "--from0", "--no-implied-dirs"));
        }
        String from = run.from().isEmpty() ? url.root() : url.root() + run.from() + "/";
        words.addAll(List.of("--", from, run.to() + "/"));
        RsyncPull.Ended ended = program.run(words, zeroed(run.names()), lines, job);
        if (ended.exit() != 0) {
            SourceException fault = RsyncFaults.of(ended, object(run));
            throw fault.problem().code().equals("upstream.module") ? unnamed(modules(job)) : fault;
        }
    }

    /** A remark if the program here has holes that its makers have closed since: 3.4.3 is the oldest that has not. */
    List<Notice> remarks() throws InterruptedException {
        return program.version()
                .filter(version -> Arrays.compare(numbers(version), SOUND) < 0)
                .map(version -> List.of(Notice.warning("notice.rsync.old", "version", version)))
                .orElse(List.of());
    }

    private static int[] numbers(String version) {
        return Stream.of(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    }

    /** What the daemon says that it has, as far as it tells. */
    List<String> modules(JobContext job) throws IOException, ProblemException, InterruptedException {
        List<String> found = new ArrayList<>();
        String daemon = url.root().substring(0, url.root().indexOf('/', "rsync://".length()) + 1);
        List<String> words = new ArrayList<>(List.of("--timeout=" + seconds));
        words.addAll(url.way(seconds));
        words.addAll(List.of("--", daemon));
        RsyncPull.Ended ended = program.run(
                words,
                new byte[0],
                line -> {
                    Matcher module = MODULE.matcher(line);
                    if (module.matches() && found.size() < MOST_MODULES && Locations.validName(module.group(1))) {
                        found.add(module.group(1));
                    }
                },
                job);
        if (ended.exit() != 0) {
            throw RsyncFaults.of(ended, url.text());
        }
        return found;
    }

    private SourceException unnamed(List<String> modules) {
        Problem problem = Problem.of(
                "upstream.module",
                Problem.Category.USAGE,
                "object",
                url.text(),
                "modules",
                modules.isEmpty() ? "–" : String.join(", ", modules));
        return new SourceException(problem, false, null);
    }

    /** What an error is about: the one file, else the directory. */
    private String object(Run run) {
        String from = run.from().isEmpty() ? url.text() : run.from();
        return run.names().size() == 1 ? Locations.join(run.from(), run.names().getFirst()) : from;
    }

    private static byte[] zeroed(List<String> names) {
        StringBuilder all = new StringBuilder();
        names.forEach(name -> all.append(name).append('\0'));
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }
}
