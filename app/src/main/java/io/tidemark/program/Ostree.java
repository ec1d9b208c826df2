package io.tidemark.program;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program {@code ostree}, on one machine. It is run with arguments as they are, in plain English, for a bounded time; what
 * it says of its progress is never read. Safe for all threads; one repository is written by one caller at a time.
 */
public final class Ostree {

    private static final int LONGEST_LINE = 300;
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int MOST_SAID = 256 << 20;
    private static final int OLDEST = 2020;
    private static final Pattern VERSION = Pattern.compile("Version: '(\\d{4})\\.(\\d+)'");

    private final SplitRunner runner;
    private final AtomicReference<String> known = new AtomicReference<>("");

    /** The {@code ostree} found on this search path. */
    public Ostree(String path) {
        this.runner = new SplitRunner(path, LONGEST, MOST_SAID);
    }

    /**
     * Who signs.
     *
     * @param key id or fingerprint of an OpenPGP key
     * @param home directory of its key ring, the user's own when empty
     */
    public record Signing(String key, Optional<Path> home) {

        List<String> words() throws ProblemException {
            List<String> words = new ArrayList<>(List.of("--gpg-sign=" + OstreeNames.key(key)));
            home.ifPresent(each -> words.add("--gpg-homedir=" + each.toAbsolutePath()));
            return words;
        }
    }

    /** The version of the program, for example {@code 2022.7}; empty where there is none that is new enough. */
    public Optional<String> version(JobContext job) throws InterruptedException {
        if (!known.get().isEmpty()) {
            return Optional.of(known.get());
        }
        try {
            Matcher said = VERSION.matcher(
                    runner.run(List.of("ostree", "--version"), job).out());
            if (said.find() && Integer.parseInt(said.group(1)) >= OLDEST) {
                known.set(said.group(1) + "." + said.group(2));
            }
            return Optional.of(known.get()).filter(version -> !version.isEmpty());
        } catch (ProblemException missing) {
            return Optional.empty();
        }
    }

    /** Content of one repository: made, filled, read. */
    public OstreeContent content(Path repository) {
        return new OstreeContent(this, repository);
    }

    /** Names in one repository: refs, remotes, settings, the summary. */
    public OstreeRefs refs(Path repository) {
        return new OstreeRefs(this, repository);
    }

    /** Upkeep of one repository: checking, pruning, static deltas. */
    public OstreeUpkeep upkeep(Path repository) {
        return new OstreeUpkeep(this, repository);
    }

    /** Runs a command on a repository and returns what it answers. */
    String run(Path repository, List<String> words, JobContext job) throws ProblemException, InterruptedException {
        SplitRunner.Ended ended = ended(repository, words, job);
        if (!ended.good()) {
            throw failed(repository, words, ended);
        }
        return ended.out();
    }

    /** Runs a command on a repository and returns how it ended. */
    SplitRunner.Ended ended(Path repository, List<String> words, JobContext job)
            throws ProblemException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ostree"));
        command.addAll(words);
        command.add("--repo=" + repository.toAbsolutePath().normalize());
        return runner.run(command, job);
    }

    static ProblemException failed(Path repository, List<String> words, SplitRunner.Ended ended) {
        String said = ended.err().strip().replaceAll("(?s).*\\berror: ", "");
        boolean full = said.contains("No space left") || said.contains("min-free-space");
        return new ProblemException(Problem.of(
                        full ? "ostree.full" : "ostree.program",
                        full ? Problem.Category.STORAGE : Problem.Category.REFUSED,
                        "object",
                        repository,
                        "command",
                        words.getFirst(),
                        "said",
                        Said.of(said).brief(LONGEST_LINE))
                .with(ended.exit() + ": " + Said.of(ended.err()).whole()));
    }
}
