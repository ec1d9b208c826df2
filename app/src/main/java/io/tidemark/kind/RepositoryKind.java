package io.tidemark.kind;

import io.tidemark.job.JobContext;
import io.tidemark.model.ClientLines;
import io.tidemark.model.Comparison;
import io.tidemark.model.Extension;
import io.tidemark.model.KindInfo;
import io.tidemark.model.Notice;
import io.tidemark.model.PackageChange;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.model.VersionFacts;
import io.tidemark.source.Source;
import io.tidemark.source.Sources;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How one kind of directory is read, brought up to date and published. Stateless and safe for all threads. Methods
 * block, can be interrupted, and never write below a repository.
 */
public interface RepositoryKind extends Extension {

    /** Id, title, capabilities, options. */
    KindInfo info();

    /** Checks the options a person gave and fills in presets; refuses with a usage problem that names the option. */
    Upstream complete(Upstream upstream) throws ProblemException;

    /** What is worth knowing of an upstream before anything is fetched: which protocol suits it, and why. Asks nobody. */
    default List<Notice> advice(Upstream upstream) {
        return List.of();
    }

    /**
     * Opens an upstream; nothing is contacted yet. A kind that reaches its upstreams by a program of its own opens them
     * itself.
     */
    default Source source(String url, TransferSettings settings, Sources sources) throws ProblemException {
        return sources.open(url, settings);
    }

    /** Names of guards that this kind has beside {@code older}, {@code shrank}, {@code key-changed} and {@code stale}. */
    default Set<String> guards() {
        return Set.of();
    }

    /**
     * Looks at an existing directory; quick (names, links and a few small files only), never follows links out of it.
     */
    Optional<Recognition> recognise(Path root) throws ProblemException, InterruptedException;

    /**
     * Asks upstream what it has now and verifies its indexes. At most a handful of requests when nothing changed.
     *
     * @throws ProblemException if upstream is unreachable, lies, or is signed by a key that nobody trusted
     */
    Survey survey(SurveyRequest request, JobContext job) throws ProblemException, InterruptedException;

    /** A name for a version made from this survey: not taken, by the kind's custom. */
    String suggestName(Survey survey, Predicate<String> taken, LocalDate today);

    /** A fresh check for the bytes of one wanted file; used by one thread, thrown away afterwards. */
    ContentCheck check(WantedFile wanted);

    /** Reads what is to know of a complete version's tree, for example from its indexes. */
    VersionFacts inspect(Path tree, JobContext job) throws ProblemException, InterruptedException;

    /**
     * The identity of each file of an existing tree, where the kind can tell it without reading every byte, so that
     * a first update after adoption can share; passed to {@code sink} as path and identity.
     */
    void identities(Path tree, VersionFacts facts, IdentitySink sink) throws ProblemException;

    /** How the contents of a new version are fetched; empty where the files of the survey are all there is. */
    default Optional<OwnFetch> fetch() {
        return Optional.empty();
    }

    /** How two versions are compared; empty where comparing their files and facts says it all. */
    default Optional<OwnComparison> comparison() {
        return Optional.empty();
    }

    /** How a version is packed into one file; empty where a copy of its directory does the same. */
    default Optional<OwnExport> export() {
        return Optional.empty();
    }

    /** Changed packages between two versions, boot-critical first; none where a kind knows no packages. */
    default List<PackageChange> comparePackages(VersionFacts before, VersionFacts after) {
        return List.of();
    }

    /** Changed parts of the boot set between two versions; none where a kind knows no boot set. */
    default List<Comparison.BootChange> compareBoot(VersionFacts before, VersionFacts after) {
        return List.of();
    }

    /** What the differences mean for the clients. */
    default List<Notice> advise(List<PackageChange> packages, List<Comparison.BootChange> boot) {
        return List.of();
    }

    /** Which client path belongs to a version, for probes and the embedded server: the path to ask for, if any. */
    Optional<String> probePath(VersionFacts facts);

    /** Paths below a repository whose content changes although no channel is called so: documents, lists of checksums. */
    default List<String> changingPaths() {
        return List.of();
    }

    /**
     * What clients must be told to use a repository, ready to copy; the most useful first. Every kind can be fetched as plain
     * files.
     */
    default List<ClientLines> clientLines(ServedRepository served) {
        return PlainClients.lines(served);
    }

    /** How versions that are images of one file each are published; empty for kinds whose versions are trees. */
    default Optional<ImageTree> images() {
        return Optional.empty();
    }

    /** How versions that are commits are published; empty for kinds whose versions are something else. */
    default Optional<CommitTree> commits() {
        return Optional.empty();
    }

    /** How the texts are read that versions are composed of; empty for kinds that compose nothing. */
    default Optional<RecipeReader> recipes() {
        return Optional.empty();
    }

    /** Receives identities. */
    @FunctionalInterface
    interface IdentitySink {
        /** One file's path below the version and its identity. */
        void accept(String path, String identity);
    }
}
