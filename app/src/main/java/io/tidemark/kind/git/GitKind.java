package io.tidemark.kind.git;

import io.tidemark.job.JobContext;
import io.tidemark.kind.ContentCheck;
import io.tidemark.kind.DatedNames;
import io.tidemark.kind.OwnComparison;
import io.tidemark.kind.OwnExport;
import io.tidemark.kind.OwnFetch;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.kind.ServedRepository;
import io.tidemark.kind.SizeCheck;
import io.tidemark.kind.Survey;
import io.tidemark.kind.SurveyRequest;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Capability;
import io.tidemark.model.ClientLines;
import io.tidemark.model.KindInfo;
import io.tidemark.model.Notice;
import io.tidemark.model.Phrase;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.model.VersionFacts;
import io.tidemark.program.Git;
import io.tidemark.source.Source;
import io.tidemark.source.Sources;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Mirrors of git repositories, brought by the program {@code git}. Every version is a bare repository of its own that shares
 * packs with the one before, so that a channel is a link, and clones over plain HTTP follow it.
 */
public final class GitKind implements RepositoryKind {

    static final String ID = "git";

    private final Git git;

    /** The kind with the {@code git} found on the search path of this program. */
    public GitKind() {
        this(System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    }

    GitKind(String path) {
        this.git = new Git(path);
    }

    @Override
    public KindInfo info() {
        KindInfo.Option refs = new KindInfo.Option(
                RefPatterns.OPTION,
                Phrase.of("kind.git.refs"),
                Phrase.of("kind.git.refs.help"),
                KindInfo.Option.Type.LIST,
                false,
                List.of(),
                RefPatterns.USUAL);
        return new KindInfo(
                ID,
                Phrase.of("kind.git.title"),
                Set.of(Capability.UPSTREAM, Capability.COMMITS, Capability.SNAPSHOT),
                List.of(refs));
    }

    @Override
    public Upstream complete(Upstream upstream) throws ProblemException {
        RefPatterns patterns = RefPatterns.of(upstream);
        return new Upstream(upstream.url(), Map.of(RefPatterns.OPTION, patterns.patterns()));
    }

    @Override
    public List<Notice> advice(Upstream upstream) {
        String url = upstream.url().toLowerCase(Locale.ROOT);
        boolean open = url.startsWith("git:") || url.startsWith("http:");
        String key = open ? "notice.git.open" : "notice.git.protocol";
        return url.isEmpty() ? List.of() : List.of(open ? Notice.warning(key) : Notice.good(key));
    }

    @Override
    public Source source(String url, TransferSettings settings, Sources sources) throws ProblemException {
        return GitSource.open(git, url, settings);
    }

    @Override
    public Set<String> guards() {
        return Set.of(Rewritten.GUARD);
    }

    @Override
    public Optional<Recognition> recognise(Path root) throws ProblemException {
        return new Recogniser(root).look();
    }

    @Override
    public Survey survey(SurveyRequest request, JobContext job) throws ProblemException, InterruptedException {
        return new GitSurvey(git, request, job).survey();
    }

    @Override
    public String suggestName(Survey survey, Predicate<String> taken, LocalDate today) {
        return DatedNames.suggest(taken, today);
    }

    @Override
    public ContentCheck check(WantedFile wanted) {
        return new SizeCheck(wanted);
    }

    @Override
    public VersionFacts inspect(Path tree, JobContext job) throws ProblemException {
        return RefFacts.of(new BareRepository(tree).refs(), "");
    }

    @Override
    public void identities(Path tree, VersionFacts facts, IdentitySink sink) throws ProblemException {
        BareRepository repository = new BareRepository(tree);
        repository.objects().keySet().forEach(path -> sink.accept(path, GitFiles.identity(path)));
        GitFiles.small(repository.refs()).forEach((path, content) -> sink.accept(path, GitFiles.identity(content)));
    }

    @Override
    public Optional<OwnFetch> fetch() {
        return Optional.of(new GitFetch(git));
    }

    @Override
    public Optional<OwnComparison> comparison() {
        return Optional.of(new GitComparison(git));
    }

    @Override
    public Optional<OwnExport> export() {
        return Optional.of(git::bundle);
    }

    @Override
    public Optional<String> probePath(VersionFacts facts) {
        return Optional.of("info/refs");
    }

    @Override
    public List<ClientLines> clientLines(ServedRepository served) {
        List<ClientLines> all = new ArrayList<>();
        all.add(GitClients.lines(served));
        all.addAll(RepositoryKind.super.clientLines(served));
        return all;
    }
}
