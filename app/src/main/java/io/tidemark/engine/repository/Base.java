package io.tidemark.engine.repository;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.VersionState;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The version that a new one is compared with and takes unchanged files from.
 *
 * @param version which one; empty in an empty repository
 * @param facts what its kind knows of it
 * @param tree where its files lie
 * @param identities identity by path, empty until asked for
 */
public record Base(Optional<Version> version, VersionFacts facts, Optional<Path> tree, Map<String, String> identities) {

    /** Fact of a version: a digest of everything that upstream promised when it was made. */
    public static final String FINGERPRINT = "upstream.fingerprint";

    /** Nothing to build on. */
    public static Base none() {
        return new Base(Optional.empty(), VersionFacts.none(), Optional.empty(), Map.of());
    }

    /**
     * The version made from upstream last, if it is whole; else the newest sealed one, else the newest adopted one.
     * Snapshots of old versions do not count as news.
     */
    public static Base of(Opened repository, JobContext job) throws ProblemException, InterruptedException {
        UpstreamNote note = UpstreamNote.of(repository.store());
        var versions = repository.store().versions();
        // What was being built and is sealed now was made last: a crash came before that could be noted.
        Optional<Version> chosen = sealed(versions, note.staged())
                .or(() -> sealed(versions, note.latest()))
                .or(() -> newest(versions, v -> v.state() == VersionState.SEALED))
                .or(() -> newest(versions, v -> v.state() == VersionState.ADOPTED));
        return chosen.isEmpty() ? none() : read(repository, chosen.get(), job);
    }

    /** Whether its files can be shared, and not only read. */
    public boolean sealed() {
        return version.filter(v -> v.state() == VersionState.SEALED).isPresent();
    }

    /** Whether it was made from just what upstream promises with that fingerprint. */
    public boolean holds(String fingerprint) {
        return sealed() && fingerprint.equals(facts.attributes().get(FINGERPRINT));
    }

    /** Its name, possibly empty. */
    public String name() {
        return version.map(Version::name).orElse("");
    }

    private static Optional<Version> sealed(List<Version> versions, String name) {
        return versions.stream()
                .filter(v -> v.name().equals(name) && v.state() == VersionState.SEALED)
                .findFirst();
    }

    private static Optional<Version> newest(Iterable<Version> versions, Predicate<Version> fit) {
        Optional<Version> best = Optional.empty();
        for (Version version : versions) {
            if (fit.test(version)
                    && best.stream()
                            .allMatch(b ->
                                    Comparator.comparingLong(Version::sequence).compare(version, b) > 0)) {
                best = Optional.of(version);
            }
        }
        return best;
    }

    /** The same with the identities of its files, as recorded or as its kind can tell them. */
    public Base withIdentities(Opened repository) throws ProblemException {
        if (version.isEmpty()) {
            return this;
        }
        if (sealed()) {
            return new Base(version, facts, tree, repository.store().identities(name()));
        }
        Map<String, String> found = new HashMap<>();
        repository.kind().identities(tree.orElseThrow(), facts, found::put);
        return new Base(version, facts, tree, found);
    }

    private static Base read(Opened repository, Version version, JobContext job)
            throws ProblemException, InterruptedException {
        Path tree = repository.store().tree(version.name());
        VersionFacts facts = version.state() == VersionState.SEALED
                ? repository.store().facts(version.name())
                : repository.kind().inspect(tree, job);
        return new Base(Optional.of(version), facts, Optional.of(tree), Map.of());
    }
}
