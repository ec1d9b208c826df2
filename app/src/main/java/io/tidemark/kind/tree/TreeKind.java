package io.tidemark.kind.tree;

import io.tidemark.job.JobContext;
import io.tidemark.kind.ContentCheck;
import io.tidemark.kind.DatedNames;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.kind.ServedRepository;
import io.tidemark.kind.Survey;
import io.tidemark.kind.SurveyRequest;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Capability;
import io.tidemark.model.ClientLines;
import io.tidemark.model.KindInfo;
import io.tidemark.model.KindInfo.Option;
import io.tidemark.model.Notice;
import io.tidemark.model.Phrase;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.Upstream;
import io.tidemark.model.VersionFacts;
import io.tidemark.source.BulkFetch;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Any directory tree, from the listings of an upstream or from a local directory. Nothing is promised of a file but its
 * size and time, so the survey is made so that two of them are equal exactly when nothing moved.
 */
public final class TreeKind implements RepositoryKind {

    static final String ID = "tree";

    private final Clock clock;

    /** The kind with the machine's clock. */
    public TreeKind() {
        this(Clock.systemUTC());
    }

    TreeKind(Clock clock) {
        this.clock = clock;
    }

    @Override
    public KindInfo info() {
        return new KindInfo(
                ID,
                Phrase.of("kind.tree.title"),
                Set.of(Capability.UPSTREAM, Capability.SNAPSHOT),
                List.of(option(TreeOptions.INCLUDE), option(TreeOptions.EXCLUDE)));
    }

    @Override
    public Upstream complete(Upstream upstream) throws ProblemException {
        TreeOptions.of(upstream);
        return upstream;
    }

    @Override
    public List<Notice> advice(Upstream upstream) {
        return ProtocolAdvice.of(upstream);
    }

    @Override
    public Optional<Recognition> recognise(Path root) throws ProblemException {
        return new Recogniser(root).look();
    }

    @Override
    public Survey survey(SurveyRequest request, JobContext job) throws ProblemException, InterruptedException {
        TreeOptions options = TreeOptions.of(request.config().upstream());
        int width = request.config().transfer().connections();
        Optional<BulkFetch> bulk = request.source().bulk();
        Found found = bulk.isPresent()
                ? new Sweep(options).of(bulk.get().listing(options.excluded(), job))
                : new Crawl(request.source(), options, job).run(width);
        List<Notice> notices = new ArrayList<>(request.source().remarks());
        notices.addAll(found.notices());
        return new TreeSurvey(request, clock.instant()).of(new Found(found.items(), notices), job);
    }

    @Override
    public String suggestName(Survey survey, Predicate<String> taken, LocalDate today) {
        return DatedNames.suggest(taken, today);
    }

    @Override
    public ContentCheck check(WantedFile wanted) {
        return new PromisedSize(wanted);
    }

    @Override
    public VersionFacts inspect(Path tree, JobContext job) throws ProblemException, InterruptedException {
        return new TreeReader(tree).facts(job);
    }

    @Override
    public void identities(Path tree, VersionFacts facts, IdentitySink sink) throws ProblemException {
        new TreeReader(tree).identities(sink);
    }

    @Override
    public Optional<String> probePath(VersionFacts facts) {
        return Optional.ofNullable(facts.attributes().get(Facts.PROBE));
    }

    @Override
    public List<ClientLines> clientLines(ServedRepository served) {
        List<ClientLines> all = new ArrayList<>(PacmanClients.lines(served));
        all.addAll(RepositoryKind.super.clientLines(served));
        return all;
    }

    private static Option option(String name) {
        return new Option(
                name,
                Phrase.of("kind.tree." + name),
                Phrase.of("kind.tree." + name + ".help"),
                Option.Type.LIST,
                false,
                List.of(),
                List.of());
    }
}
