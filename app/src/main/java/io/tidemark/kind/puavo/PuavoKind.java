package io.tidemark.kind.puavo;

import io.tidemark.job.JobContext;
import io.tidemark.kind.ContentCheck;
import io.tidemark.kind.ImageTree;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.kind.ServedRepository;
import io.tidemark.kind.Survey;
import io.tidemark.kind.SurveyRequest;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Capability;
import io.tidemark.model.ClientLines;
import io.tidemark.model.KindInfo;
import io.tidemark.model.KindInfo.Option;
import io.tidemark.model.Phrase;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.Upstream;
import io.tidemark.model.VersionFacts;
import io.tidemark.program.Unsquashfs;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Repositories of Puavo OS images: each version is one image, a series is what clients follow. */
public final class PuavoKind implements RepositoryKind {

    static final String ID = "puavo";

    private final Clock clock;
    private final PuavoImages images;

    /** The kind with the machine's clock and programs. */
    public PuavoKind() {
        this(Clock.systemUTC(), System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    }

    PuavoKind(Clock clock, String path) {
        this.clock = clock;
        this.images = new PuavoImages(new Unsquashfs(path));
    }

    @Override
    public KindInfo info() {
        return new KindInfo(
                ID,
                Phrase.of("kind.puavo.title"),
                Set.of(Capability.UPSTREAM),
                List.of(
                        option(PuavoOptions.SERIES, Option.Type.LIST),
                        option(PuavoOptions.BASE_URL, Option.Type.TEXT),
                        option(PuavoOptions.IMAGES, Option.Type.TEXT),
                        option(PuavoOptions.TARGETS, Option.Type.TEXT),
                        option(PuavoOptions.SHARE, Option.Type.TEXT),
                        option(PuavoOptions.BUDGET, Option.Type.TEXT),
                        option(PuavoOptions.WORKERS, Option.Type.TEXT),
                        option(PuavoOptions.CLIENTS, Option.Type.LIST),
                        option(PuavoOptions.ZSYNC, Option.Type.FLAG),
                        option(PuavoOptions.METALINK, Option.Type.FLAG)));
    }

    private static Option option(String name, Option.Type type) {
        return new Option(
                name,
                Phrase.of("kind.puavo." + name),
                Phrase.of("kind.puavo." + name + ".help"),
                type,
                false,
                List.of(),
                List.of());
    }

    @Override
    public Optional<ImageTree> images() {
        return Optional.of(images);
    }

    @Override
    public Upstream complete(Upstream upstream) throws ProblemException {
        return PuavoOptions.complete(upstream);
    }

    @Override
    public Optional<Recognition> recognise(Path root) throws ProblemException {
        return new Recogniser(root).look();
    }

    @Override
    public Survey survey(SurveyRequest request, JobContext job) throws ProblemException, InterruptedException {
        return new PuavoSurvey(request, job, clock.instant()).run();
    }

    /** The newest image that is not there yet; an image is called as its file is. */
    @Override
    public String suggestName(Survey survey, Predicate<String> taken, LocalDate today) {
        List<String> names = survey.files().stream()
                .flatMap(file -> ImageNames.image(file.path()).stream())
                .map(image -> image.id())
                .toList();
        String newest = names.isEmpty() ? today.toString() : names.getLast();
        return names.reversed().stream()
                .filter(name -> !taken.test(name))
                .findFirst()
                .orElseGet(() -> numbered(newest, taken));
    }

    private static String numbered(String name, Predicate<String> taken) {
        int next = 2;
        while (taken.test(name + "." + next)) {
            next++;
        }
        return name + "." + next;
    }

    @Override
    public ContentCheck check(WantedFile wanted) {
        return new Promise(wanted);
    }

    @Override
    public VersionFacts inspect(Path tree, JobContext job) throws ProblemException, InterruptedException {
        return new ImageReader(tree).facts(job);
    }

    @Override
    public void identities(Path tree, VersionFacts facts, IdentitySink sink) throws ProblemException {
        new ImageReader(tree).identities(sink);
    }

    @Override
    public Optional<String> probePath(VersionFacts facts) {
        return ImageFacts.text(facts, ImageFacts.PROBE);
    }

    @Override
    public List<String> changingPaths() {
        return List.of(Places.META, Places.CHECKSUMS);
    }

    @Override
    public List<ClientLines> clientLines(ServedRepository served) {
        List<ClientLines> all = new ArrayList<>(PuavoClients.lines(served));
        all.addAll(RepositoryKind.super.clientLines(served));
        return all;
    }
}
