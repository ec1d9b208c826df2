package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitTree;
import io.tidemark.kind.ContentCheck;
import io.tidemark.kind.OwnComparison;
import io.tidemark.kind.RecipeReader;
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
import io.tidemark.model.Names;
import io.tidemark.model.PackageChange;
import io.tidemark.model.Phrase;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.Upstream;
import io.tidemark.model.VersionFacts;
import io.tidemark.program.Ostree;
import io.tidemark.program.RpmOstree;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * OSTree repositories: {@code dev} and {@code prod} of an rpm-ostree system, a Flatpak repository, any other one. A version
 * is content that was committed, its file the object of the commit; a channel is a ref.
 */
public final class OstreeKind implements RepositoryKind {

    static final String ID = "ostree";

    private final CommitTree commits;
    private final RecipeReader recipes;

    /** The kind with the machine's programs. */
    public OstreeKind() {
        this(System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    }

    OstreeKind(String path) {
        RpmOstree composer = new RpmOstree(path);
        this.commits = new OstreeCommits(new Ostree(path), composer);
        this.recipes = new Treefiles(composer);
    }

    @Override
    public KindInfo info() {
        return new KindInfo(
                ID,
                Phrase.of("kind.ostree.title"),
                Set.of(
                        Capability.UPSTREAM,
                        Capability.PACKAGES,
                        Capability.BOOT_SET,
                        Capability.REFS,
                        Capability.RECIPES),
                List.of(
                        option(OstreeOptions.REF, Option.Type.LIST),
                        option(OstreeOptions.PROD_REF, Option.Type.TEXT),
                        option(OstreeOptions.SIGN, Option.Type.TEXT),
                        option(OstreeOptions.HOME, Option.Type.TEXT),
                        option(OstreeOptions.KEYS, Option.Type.TEXT),
                        option(OstreeOptions.TREEFILE, Option.Type.TEXT),
                        option(OstreeOptions.PROD_TREEFILE, Option.Type.TEXT),
                        option(OstreeOptions.DELTAS, Option.Type.FLAG),
                        option(OstreeOptions.CHANNELS, Option.Type.LIST),
                        option("delta-targets", Option.Type.TEXT),
                        option("delta-commits", Option.Type.TEXT),
                        option("delta-share", Option.Type.TEXT),
                        option("delta-budget", Option.Type.TEXT),
                        option(OstreeOptions.CLIENTS, Option.Type.LIST),
                        option("workers", Option.Type.TEXT)));
    }

    private static Option option(String name, Option.Type type) {
        return new Option(
                name,
                Phrase.of("kind.ostree." + name),
                Phrase.of("kind.ostree." + name + ".help"),
                type,
                false,
                List.of(),
                List.of());
    }

    @Override
    public Optional<CommitTree> commits() {
        return Optional.of(commits);
    }

    @Override
    public Optional<RecipeReader> recipes() {
        return Optional.of(recipes);
    }

    @Override
    public Optional<OwnComparison> comparison() {
        return Optional.of(new CommitComparison());
    }

    @Override
    public Upstream complete(Upstream upstream) throws ProblemException {
        return OstreeOptions.complete(upstream);
    }

    @Override
    public Optional<Recognition> recognise(Path root) throws ProblemException {
        return new Recogniser(root.toAbsolutePath().normalize()).look();
    }

    @Override
    public Survey survey(SurveyRequest request, JobContext job) throws ProblemException, InterruptedException {
        return new OstreeSurvey(request, job).run();
    }

    /** The version string of the newest commit, where it has one that is free. */
    @Override
    public String suggestName(Survey survey, Predicate<String> taken, LocalDate today) {
        String release = survey.facts().attributes().getOrDefault("release", "");
        String start = Names.validVersion(release) ? release : today.toString();
        return Stream.iterate(1, i -> i + 1)
                .map(i -> i == 1 ? start : start + "." + i)
                .filter(name -> !taken.test(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public ContentCheck check(WantedFile wanted) {
        return new CommitCheck(wanted);
    }

    @Override
    public VersionFacts inspect(Path tree, JobContext job) throws ProblemException, InterruptedException {
        Place place = Place.of(tree).isPresent() ? Place.require(tree) : OstreeSurvey.only(tree);
        CommitFacts facts = new CommitFacts(Surroundings.objects(place), place.commit());
        return Surroundings.whole(place) ? facts.read(job) : facts.brief();
    }

    @Override
    public void identities(Path tree, VersionFacts facts, IdentitySink sink) {
        String commit = facts.attributes().getOrDefault(CommitFacts.COMMIT, "");
        Checksum.parse(commit).ifPresent(id -> sink.accept(ObjectType.COMMIT.path(id), CommitCheck.identity(id)));
    }

    @Override
    public List<PackageChange> comparePackages(VersionFacts before, VersionFacts after) {
        return PackageComparison.of(CommitFacts.packages(before), CommitFacts.packages(after));
    }

    @Override
    public List<Comparison.BootChange> compareBoot(VersionFacts before, VersionFacts after) {
        return comparePackages(before, after).stream()
                .filter(PackageChange::bootCritical)
                .map(each -> new Comparison.BootChange(each.role(), each.name(), each.before(), each.after()))
                .toList();
    }

    @Override
    public Optional<String> probePath(VersionFacts facts) {
        return Checksum.parse(facts.attributes().getOrDefault(CommitFacts.COMMIT, ""))
                .map(ObjectType.COMMIT::path);
    }

    @Override
    public List<String> changingPaths() {
        return Stream.of("", Member.DEV + "/", Member.PROD + "/")
                .flatMap(place -> Stream.of("refs", "summary", "summary.sig", "config", "delta-indexes")
                        .map(each -> place + each))
                .toList();
    }

    @Override
    public List<ClientLines> clientLines(ServedRepository served) {
        List<ClientLines> all = OstreeClients.lines(served);
        return all.isEmpty() ? RepositoryKind.super.clientLines(served) : all;
    }
}
