package io.tidemark.program;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code ostree} does with the names of one repository. Made by {@link Ostree#refs}. */
public final class OstreeRefs {

    private final Ostree ostree;
    private final Path repository;

    OstreeRefs(Ostree ostree, Path repository) {
        this.ostree = ostree;
        this.repository = repository;
    }

    /** All refs, sorted. */
    public List<String> all(JobContext job) throws ProblemException, InterruptedException {
        return run(List.of("refs"), job).lines().sorted().toList();
    }

    /**
     * The checksum that a revision stands for.
     *
     * @throws ProblemException {@code ostree.program} if there is no such revision
     */
    public String resolve(String revision, JobContext job) throws ProblemException, InterruptedException {
        String said = run(List.of("rev-parse", OstreeNames.revision(revision)), job);
        return OstreeNames.checksum(said.strip());
    }

    /** Lets a ref stand for a commit, whether or not it is there already: one rename. */
    public void set(String ref, String commit, JobContext job) throws ProblemException, InterruptedException {
        run(List.of("refs", "--force", "--create=" + OstreeNames.ref(ref), OstreeNames.checksum(commit)), job);
    }

    /** Removes one ref; its commits stay until they are pruned. */
    public void delete(String ref, JobContext job) throws ProblemException, InterruptedException {
        run(List.of("refs", "--delete", OstreeNames.ref(ref)), job);
    }

    /** Writes the summary, and its signature; the last step of every change, never two at once. */
    public void summarise(Optional<Ostree.Signing> signing, JobContext job)
            throws ProblemException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("summary", "--update"));
        if (signing.isPresent()) {
            words.addAll(signing.get().words());
        }
        run(words, job);
    }

    /**
     * Makes a remote known, in place of one of the same name.
     *
     * @param keys file with the public keys that its commits must be signed with; unsigned ones are taken when empty
     */
    public void remote(String name, String address, Optional<Path> keys, JobContext job)
            throws ProblemException, InterruptedException {
        forget(name, job);
        List<String> words = new ArrayList<>(List.of("remote", "add"));
        words.add(keys.map(file -> "--gpg-import=" + file.toAbsolutePath()).orElse("--no-gpg-verify"));
        words.addAll(List.of(OstreeNames.remote(name), OstreeNames.address(address)));
        run(words, job);
    }

    /** Forgets a remote and the keys that came with it; nothing happens if there is none. */
    public void forget(String name, JobContext job) throws ProblemException, InterruptedException {
        run(List.of("remote", "delete", "--if-exists", OstreeNames.remote(name)), job);
    }

    /** A setting, for example {@code core.mode}; empty if it is not set. */
    public Optional<String> setting(String key, JobContext job) throws ProblemException, InterruptedException {
        SplitRunner.Ended ended = ostree.ended(repository, List.of("config", "get", OstreeNames.setting(key)), job);
        return ended.good() ? Optional.of(ended.out().strip()) : Optional.empty();
    }

    /** Changes a setting. */
    public void setting(String key, String value, JobContext job) throws ProblemException, InterruptedException {
        run(List.of("config", "set", OstreeNames.setting(key), OstreeNames.plain(value)), job);
    }

    private String run(List<String> words, JobContext job) throws ProblemException, InterruptedException {
        return ostree.run(repository, words, job);
    }
}
