package io.tidemark.program;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program {@code rpm-ostree}, which makes a commit out of packages by a treefile. It wants a machine of the Fedora family,
 * root and a network; where it is missing that is said and nothing is done. Safe for all threads.
 */
public final class RpmOstree {

    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int MOST_SAID = 64 << 20;
    private static final Pattern MADE = Pattern.compile("(?m)^(?:\\S+ => |Wrote commit: )([0-9a-f]{64})$");
    private static final Pattern UNCHANGED = Pattern.compile("(?m)^No apparent changes since previous commit.*$");

    private final SplitRunner runner;

    /** The {@code rpm-ostree} found on this search path. */
    public RpmOstree(String path) {
        this.runner = new SplitRunner(path, LONGEST, MOST_SAID);
    }

    /**
     * One composing.
     *
     * @param treefile what is composed
     * @param repository where the commit goes; the ref that the treefile names follows it
     * @param cache directory for packages, kept between runs
     * @param version version string of the commit, possibly empty
     */
    public record Order(Path treefile, Path repository, Path cache, String version) {

        /** The whole command, as it is run and as it can be copied. */
        public List<String> command() {
            List<String> words = new ArrayList<>(List.of("rpm-ostree", "compose", "tree", "--unified-core"));
            words.add("--cachedir=" + cache.toAbsolutePath());
            words.add("--repo=" + repository.toAbsolutePath());
            if (!version.isEmpty()) {
                words.add("--add-metadata-string=version=" + version);
            }
            words.add(treefile.toAbsolutePath().toString());
            return words;
        }
    }

    /** Whether there is one here. */
    public boolean present(JobContext job) throws InterruptedException {
        try {
            return runner.run(List.of("rpm-ostree", "--version"), job).good();
        } catch (ProblemException missing) {
            return false;
        }
    }

    /**
     * Composes a tree.
     *
     * @return the checksum of the new commit; empty when the packages are those of the commit before
     * @throws ProblemException {@code compose.missing} without the program, {@code compose.failed} with its last words
     */
    public Optional<String> compose(Order order, JobContext job) throws ProblemException, InterruptedException {
        if (!present(job)) {
            throw problem("compose.missing", order, "", Problem.Category.STORAGE);
        }
        SplitRunner.Ended ended = runner.run(order.command(), job);
        Matcher made = MADE.matcher(ended.out());
        if (ended.good() && made.find()) {
            return Optional.of(made.group(1));
        } else if (ended.good() && UNCHANGED.matcher(ended.out()).find()) {
            return Optional.empty();
        }
        String said = (ended.err() + ended.out()).strip();
        throw problem(
                "compose.failed", order, said.substring(Math.max(0, said.length() - 4000)), Problem.Category.REFUSED);
    }

    private static ProblemException problem(String code, Order order, String said, Problem.Category category) {
        return new ProblemException(Problem.of(code, category, "object", order.treefile())
                .with(Said.of(said).whole()));
    }
}
