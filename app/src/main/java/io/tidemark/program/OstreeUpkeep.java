package io.tidemark.program;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How {@code ostree} keeps one repository in order. Made by {@link Ostree#upkeep}. */
public final class OstreeUpkeep {

    private static final Pattern DELETED = Pattern.compile("(?:Deleted|Would delete:) (\\d+) objects?, (.+)");
    private static final Pattern DELTA = Pattern.compile("(?:([0-9a-f]{64})-)?([0-9a-f]{64})");
    private static final Pattern CHECKSUM = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final int MOST_SHOWN = 100;

    private final Ostree ostree;
    private final Path repository;

    OstreeUpkeep(Ostree ostree, Path repository) {
        this.ostree = ostree;
        this.repository = repository;
    }

    /**
     * A static delta.
     *
     * @param from the commit that it begins with, none for a delta that needs nothing
     * @param to the commit that it makes
     */
    public record Delta(Optional<String> from, String to) {

        String name() throws ProblemException {
            String target = OstreeNames.checksum(to);
            return from.isEmpty() ? target : OstreeNames.checksum(from.get()) + "-" + target;
        }
    }

    /**
     * What a check found.
     *
     * @param good whether all is well
     * @param said the words of the program, line by line, the first hundred
     * @param named checksums of all objects and commits that it speaks of
     */
    public record Checked(boolean good, List<String> said, Set<String> named) {

        /** Lists are copied. */
        public Checked {
            said = List.copyOf(said);
            named = Set.copyOf(named);
        }
    }

    /** What pruning removed: objects, and the bytes in the words of the program. */
    public record Pruned(long objects, String bytes) {}

    /** Makes a static delta unless it is there. */
    public void makeDelta(Delta delta, JobContext job) throws ProblemException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("static-delta", "generate", "--if-not-exists"));
        words.add(
                delta.from().isEmpty()
                        ? "--empty"
                        : "--from=" + OstreeNames.checksum(delta.from().get()));
        words.add("--to=" + OstreeNames.checksum(delta.to()));
        run(words, job);
    }

    /**
     * Applies a static delta that lies on this machine; the repository must keep its files plain, and have what the delta
     * begins with.
     */
    public void apply(Path delta, JobContext job) throws ProblemException, InterruptedException {
        run(List.of("static-delta", "apply-offline", delta.toAbsolutePath().toString()), job);
    }

    /** The static deltas that are there. */
    public List<Delta> deltas(JobContext job) throws ProblemException, InterruptedException {
        return run(List.of("static-delta", "list"), job)
                .lines()
                .map(DELTA::matcher)
                .filter(Matcher::matches)
                .map(each -> new Delta(Optional.ofNullable(each.group(1)), each.group(2)))
                .toList();
    }

    /** Removes a static delta. */
    public void deleteDelta(Delta delta, JobContext job) throws ProblemException, InterruptedException {
        run(List.of("static-delta", "delete", delta.name()), job);
    }

    /** Reads every object and compares it with its name. */
    public Checked check(JobContext job) throws ProblemException, InterruptedException {
        SplitRunner.Ended ended = ostree.ended(repository, List.of("fsck", "--quiet", "--all"), job);
        List<String> said = Said.of(ended.out() + "\n" + ended.err()).lines();
        Set<String> named = said.stream()
                .flatMap(line -> CHECKSUM.matcher(line).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        return new Checked(ended.exit() == 0, said.subList(0, Math.min(MOST_SHOWN, said.size())), named);
    }

    /** Removes one commit that no ref stands for; its content goes with the next pruning. */
    public void delete(String commit, JobContext job) throws ProblemException, InterruptedException {
        run(List.of("prune", "--delete-commit=" + OstreeNames.checksum(commit)), job);
    }

    /**
     * Removes commits that no ref reaches within its depth.
     *
     * @param depth how many parents each ref keeps
     * @param deeper refs that keep more
     * @param only whether that is only told
     */
    public Pruned prune(int depth, Map<String, Integer> deeper, boolean only, JobContext job)
            throws ProblemException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("prune", "--refs-only", "--depth=" + depth));
        for (Map.Entry<String, Integer> each : new TreeMap<>(deeper).entrySet()) {
            words.add("--retain-branch-depth=" + OstreeNames.ref(each.getKey()) + "=" + each.getValue());
        }
        if (only) {
            words.add("--no-prune");
        }
        return pruned(run(words, job));
    }

    private static Pruned pruned(String said) {
        Matcher matcher = DELETED.matcher(said);
        return matcher.find()
                ? new Pruned(Long.parseLong(matcher.group(1)), matcher.group(2).replaceAll("freeing | freed", ""))
                : new Pruned(0, "0 bytes");
    }

    private String run(List<String> words, JobContext job) throws ProblemException, InterruptedException {
        return ostree.run(repository, words, job);
    }
}
