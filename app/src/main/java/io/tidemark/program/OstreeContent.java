package io.tidemark.program;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What {@code ostree} does with the content of one repository. Made by {@link Ostree#content}. */
public final class OstreeContent {

    private final Ostree ostree;
    private final Path repository;

    OstreeContent(Ostree ostree, Path repository) {
        this.ostree = ostree;
        this.repository = repository;
    }

    /**
     * One new commit.
     *
     * @param ref what is moved to it, and what it is bound to
     * @param tree where its content is
     * @param subject one line
     * @param body more lines, possibly empty
     * @param metadata further values that are text, by name
     * @param time its time, now when empty
     * @param signing who signs, if anybody
     */
    public record Order(
            String ref,
            Tree tree,
            String subject,
            String body,
            Map<String, String> metadata,
            Optional<Instant> time,
            Optional<Ostree.Signing> signing) {

        public Order {
            metadata = Map.copyOf(metadata);
        }
    }

    /** Where the content of a commit comes from. */
    public sealed interface Tree {

        /** A directory; owners become root, modes canonical and extended attributes are left out where {@code plain}. */
        record Directory(Path path, boolean plain) implements Tree {}

        /** A commit that is there. */
        record Revision(String revision) implements Tree {}
    }

    /**
     * What is fetched from a remote.
     *
     * @param remote its name in the settings of the repository
     * @param refs refs, all of them when empty
     * @param depth how many parents come along, -1 for all
     * @param onlyNewer whether a commit older than the one that is there is refused
     */
    public record Pull(String remote, List<String> refs, int depth, boolean onlyNewer) {

        public Pull {
            refs = List.copyOf(refs);
        }
    }

    /** Makes the repository in an empty or missing directory, in the mode that is served over HTTP. */
    public void init(JobContext job) throws ProblemException, InterruptedException {
        run(List.of("init", "--mode=archive"), job);
    }

    /**
     * Makes a commit.
     *
     * @return its checksum
     */
    public String commit(Order order, JobContext job) throws ProblemException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("commit", "--branch=" + OstreeNames.ref(order.ref())));
        switch (order.tree()) {
            case Tree.Directory(Path path, boolean plain) -> {
                words.add("--tree=dir=" + path.toAbsolutePath());
                if (plain) {
                    words.addAll(List.of("--owner-uid=0", "--owner-gid=0", "--no-xattrs", "--canonical-permissions"));
                }
            }
            case Tree.Revision(String revision) -> words.add("--tree=ref=" + OstreeNames.revision(revision));
        }
        words.add("--subject=" + OstreeNames.plain(order.subject()));
        words.add("--body=" + OstreeNames.plain(order.body()));
        for (Map.Entry<String, String> each : new TreeMap<>(order.metadata()).entrySet()) {
            words.add("--add-metadata-string=" + OstreeNames.metadata(each.getKey()) + "="
                    + OstreeNames.plain(each.getValue()));
        }
        order.time().ifPresent(time -> words.add("--timestamp=@" + time.getEpochSecond()));
        if (order.signing().isPresent()) {
            words.addAll(order.signing().get().words());
        }
        return OstreeNames.checksum(run(words, job).strip());
    }

    /**
     * Brings commits over from another repository of this machine, each object checked; objects are shared by hard link where
     * both are in archive mode on one file system. A revision that is a ref creates that ref, a checksum none.
     *
     * @param depth how many parents come along, -1 for all
     */
    public void pullLocal(Path source, List<String> revisions, int depth, JobContext job)
            throws ProblemException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("pull-local", "--untrusted", "--depth=" + depth));
        words.add(source.toAbsolutePath().normalize().toString());
        for (String each : revisions) {
            words.add(OstreeNames.revision(each));
        }
        run(words, job);
    }

    /** Brings refs of a remote over under their own names. */
    public void pull(Pull pull, JobContext job) throws ProblemException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("pull", "--mirror", "--depth=" + pull.depth()));
        if (pull.onlyNewer()) {
            words.add("--timestamp-check");
        }
        words.addAll(List.of(OstreeNames.remote(pull.remote())));
        for (String each :
                pull.refs().stream().sorted(Comparator.naturalOrder()).toList()) {
            words.add(OstreeNames.ref(each));
        }
        run(words, job);
    }

    /** Adds a signature to a commit that is there. */
    public void sign(String commit, Ostree.Signing signing, JobContext job)
            throws ProblemException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("gpg-sign"));
        signing.home().ifPresent(home -> words.add("--gpg-homedir=" + home.toAbsolutePath()));
        words.addAll(List.of(OstreeNames.checksum(commit), OstreeNames.key(signing.key())));
        run(words, job);
    }

    /** The history of a revision as {@code ostree log} tells it. */
    public String log(String revision, JobContext job) throws ProblemException, InterruptedException {
        return run(List.of("log", OstreeNames.revision(revision)), job);
    }

    /** Every entry of a revision with its checksums, as {@code ostree ls -R -C} tells it. */
    public String list(String revision, JobContext job) throws ProblemException, InterruptedException {
        return run(List.of("ls", "-R", "-C", OstreeNames.revision(revision)), job);
    }

    /** What differs between two revisions, as {@code ostree diff} tells it. */
    public String diff(String before, String after, JobContext job) throws ProblemException, InterruptedException {
        return run(List.of("diff", OstreeNames.revision(before), OstreeNames.revision(after)), job);
    }

    private String run(List<String> words, JobContext job) throws ProblemException, InterruptedException {
        return ostree.run(repository, words, job);
    }
}
