package io.tidemark.kind.alpine;

import io.tidemark.job.JobContext;
import io.tidemark.kind.ContentCheck;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.kind.ServedRepository;
import io.tidemark.kind.Survey;
import io.tidemark.kind.SurveyRequest;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Capability;
import io.tidemark.model.ClientLines;
import io.tidemark.model.Comparison;
import io.tidemark.model.KindInfo;
import io.tidemark.model.KindInfo.Option;
import io.tidemark.model.Notice;
import io.tidemark.model.PackageChange;
import io.tidemark.model.Phrase;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.Upstream;
import io.tidemark.model.VersionFacts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Mirrors of Alpine Linux: signed indexes, packages, release images and boot files. Upstream is trusted for nothing: what
 * a pinned key did not sign, or a signed index did not name, is not taken.
 */
public final class AlpineKind implements RepositoryKind {

    static final String ID = "alpine";

    private final Clock clock;

    /** The kind with the machine's clock. */
    public AlpineKind() {
        this(Clock.systemUTC());
    }

    AlpineKind(Clock clock) {
        this.clock = clock;
    }

    @Override
    public KindInfo info() {
        return new KindInfo(
                ID,
                Phrase.of("kind.alpine.title"),
                EnumSet.complementOf(EnumSet.of(Capability.COMMITS, Capability.REFS, Capability.RECIPES)),
                List.of(branch(), arch(), repos(), flavors(), prefix()));
    }

    @Override
    public Upstream complete(Upstream upstream) throws ProblemException {
        return AlpineOptions.complete(upstream);
    }

    @Override
    public Optional<Recognition> recognise(Path root) throws ProblemException {
        return new Recogniser(root).look();
    }

    @Override
    public Survey survey(SurveyRequest request, JobContext job) throws ProblemException, InterruptedException {
        AlpineOptions options =
                AlpineOptions.of(AlpineOptions.complete(request.config().upstream()));
        Fetch fetch = new Fetch(request.source(), options.branch(), job);
        return new AlpineSurvey(request, fetch, options, clock.instant()).run();
    }

    @Override
    public String suggestName(Survey survey, Predicate<String> taken, LocalDate today) {
        return VersionNames.suggest(survey.facts(), taken, today);
    }

    @Override
    public ContentCheck check(WantedFile wanted) {
        return Identity.check(wanted);
    }

    @Override
    public VersionFacts inspect(Path tree, JobContext job) throws ProblemException, InterruptedException {
        return new TreeReader(tree, job).read();
    }

    @Override
    public void identities(Path tree, VersionFacts facts, IdentitySink sink) throws ProblemException {
        TreeReader.identities(tree, facts, sink);
    }

    @Override
    public List<PackageChange> comparePackages(VersionFacts before, VersionFacts after) {
        return new PackageComparison(before, after).packages();
    }

    @Override
    public List<Comparison.BootChange> compareBoot(VersionFacts before, VersionFacts after) {
        return new PackageComparison(before, after).boot();
    }

    @Override
    public List<Notice> advise(List<PackageChange> packages, List<Comparison.BootChange> boot) {
        return Advice.of(packages, boot);
    }

    @Override
    public Optional<String> probePath(VersionFacts facts) {
        return Optional.of(Attributes.text(facts, Attributes.PROBE)).filter(path -> !path.isEmpty());
    }

    @Override
    public List<ClientLines> clientLines(ServedRepository served) {
        List<ClientLines> all = new ArrayList<>(ApkClients.lines(served));
        all.addAll(RepositoryKind.super.clientLines(served));
        return all;
    }

    private static Option branch() {
        return new Option(
                AlpineOptions.BRANCH,
                Phrase.of("kind.alpine.branch"),
                Phrase.of("kind.alpine.branch.help"),
                Option.Type.TEXT,
                true,
                List.of(),
                List.of());
    }

    private static Option arch() {
        return new Option(
                AlpineOptions.ARCH,
                Phrase.of("kind.alpine.arch"),
                Phrase.of("kind.alpine.arch.help"),
                Option.Type.LIST,
                false,
                AlpineOptions.KNOWN_ARCHS,
                List.of("x86_64"));
    }

    private static Option repos() {
        return new Option(
                AlpineOptions.REPOS,
                Phrase.of("kind.alpine.repos"),
                Phrase.of("kind.alpine.repos.help"),
                Option.Type.LIST,
                false,
                AlpineOptions.KNOWN_REPOS,
                AlpineOptions.DEFAULT_REPOS);
    }

    private static Option prefix() {
        return new Option(
                AlpineOptions.PREFIX,
                Phrase.of("kind.alpine.prefix"),
                Phrase.of("kind.alpine.prefix.help"),
                Option.Type.TEXT,
                false,
                List.of(),
                List.of());
    }

    private static Option flavors() {
        return new Option(
                AlpineOptions.FLAVORS,
                Phrase.of("kind.alpine.flavors"),
                Phrase.of("kind.alpine.flavors.help"),
                Option.Type.LIST,
                false,
                AlpineOptions.KNOWN_FLAVORS,
                List.of(AlpineOptions.ALL));
    }
}
