package io.tidemark.engine.view;

import io.tidemark.engine.repository.FactReader;
import io.tidemark.engine.repository.Opened;
import io.tidemark.job.JobContext;
import io.tidemark.kind.OwnComparison;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.model.Capability;
import io.tidemark.model.ChangePage;
import io.tidemark.model.Comparison;
import io.tidemark.model.FileChange;
import io.tidemark.model.Notice;
import io.tidemark.model.PackageChange;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.VersionState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Two versions of a repository side by side. */
final class CompareView {

    private final Opened repository;
    private final Version before;
    private final Version after;

    CompareView(Opened repository, String before, String after) throws ProblemException {
        this.repository = repository;
        this.before = repository.version(before);
        this.after = repository.version(after);
    }

    Comparison compare(JobContext job) throws ProblemException, InterruptedException {
        job.progress().phase("compare", -1, -1);
        Map<FileChange.Kind, Long> files = new EnumMap<>(FileChange.Kind.class);
        DirectoryRollup directories = new DirectoryRollup();
        long[] bytes = new long[1];
        if (comparable()) {
            files(
                    change -> {
                        files.merge(change.kind(), 1L, Long::sum);
                        directories.add(change);
                        bytes[0] += change.newSize() - change.oldSize();
                    },
                    job);
        }
        VersionFacts old = FactReader.of(repository, before, job);
        VersionFacts fresh = FactReader.of(repository, after, job);
        RepositoryKind kind = repository.kind();
        List<PackageChange> packages = packages(old, fresh, job);
        List<Comparison.BootChange> boot = kind.compareBoot(old, fresh);
        return new Comparison(
                before, after, files, bytes[0], directories.result(), packages, boot, advice(packages, boot), items());
    }

    ChangePage changes(Set<FileChange.Kind> kinds, String filter, long offset, int limit, JobContext job)
            throws ProblemException, InterruptedException {
        String wanted = filter.toLowerCase(Locale.ROOT);
        List<FileChange> page = new ArrayList<>();
        long[] total = new long[1];
        if (comparable()) {
            files(
                    change -> {
                        if (matches(change, kinds, wanted)) {
                            if (total[0] >= offset && page.size() < limit) {
                                page.add(change);
                            }
                            total[0]++;
                        }
                    },
                    job);
        }
        return new ChangePage(page, offset, total[0]);
    }

    private Comparison.Items items() {
        return repository.can(Capability.COMMITS) ? Comparison.Items.COMMITS : Comparison.Items.PACKAGES;
    }

    private List<PackageChange> packages(VersionFacts old, VersionFacts fresh, JobContext job)
            throws ProblemException, InterruptedException {
        Optional<OwnComparison> own = repository.kind().comparison();
        return own.isPresent()
                ? own.get().packages(side(before, old), side(after, fresh), job)
                : repository.kind().comparePackages(old, fresh);
    }

    private void files(Consumer<FileChange> sink, JobContext job) throws ProblemException, InterruptedException {
        Optional<OwnComparison> own = repository.kind().comparison();
        if (own.isPresent()) {
            VersionFacts old = FactReader.of(repository, before, job);
            VersionFacts fresh = FactReader.of(repository, after, job);
            own.get().files(side(before, old), side(after, fresh), sink, job);
        } else {
            repository.store().compare(before.name(), after.name(), sink, job);
        }
    }

    private OwnComparison.Side side(Version version, VersionFacts facts) throws ProblemException {
        return new OwnComparison.Side(repository.store().tree(version.name()), facts);
    }

    /** Whether nothing is written there any more; files are compared by manifests, which versions have once they are sealed. */
    private boolean comparable() {
        if (repository.kind().comparison().isPresent()) {
            return before.state() != VersionState.STAGED && after.state() != VersionState.STAGED;
        }
        return manifest(before) && manifest(after);
    }

    private static boolean manifest(Version version) {
        return version.state() == VersionState.SEALED || version.state() == VersionState.QUARANTINED;
    }

    private List<Notice> advice(List<PackageChange> packages, List<Comparison.BootChange> boot) {
        List<Notice> advice = new ArrayList<>(repository.kind().advise(packages, boot));
        for (Version version : List.of(before, after)) {
            if (!comparable() && !manifest(version)) {
                advice.add(Notice.info("compare.unsealed", "version", version.name()));
            }
        }
        return advice;
    }

    private static boolean matches(FileChange change, Set<FileChange.Kind> kinds, String filter) {
        return (kinds.isEmpty() || kinds.contains(change.kind()))
                && (filter.isEmpty()
                        || change.path().toLowerCase(Locale.ROOT).contains(filter)
                        || change.from().toLowerCase(Locale.ROOT).contains(filter));
    }
}
