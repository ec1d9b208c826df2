package io.tidemark.toy;

import io.tidemark.job.JobContext;
import io.tidemark.kind.ContentCheck;
import io.tidemark.kind.DatedNames;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.kind.SizeCheck;
import io.tidemark.kind.Survey;
import io.tidemark.kind.SurveyRequest;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Capability;
import io.tidemark.model.Gate;
import io.tidemark.model.KindInfo;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.Upstream;
import io.tidemark.model.VersionFacts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A kind that nobody needs: upstream lists its toys in one file, each with its size, and is guarded against dull ones. */
public final class ToyKind implements RepositoryKind {

    private static final int MOST = 1 << 16;

    @Override
    public KindInfo info() {
        KindInfo.Option colour = new KindInfo.Option(
                "colour",
                Phrase.of("kind.toy.colour"),
                Phrase.of("kind.toy.colour.help"),
                KindInfo.Option.Type.TEXT,
                true,
                List.of("red", "blue"),
                List.of("red"));
        return new KindInfo(
                "toy", Phrase.of("kind.toy.title"), Set.of(Capability.UPSTREAM, Capability.SNAPSHOT), List.of(colour));
    }

    @Override
    public Upstream complete(Upstream upstream) throws ProblemException {
        String colour = upstream.one("colour", "red");
        if (!Set.of("red", "blue").contains(colour)) {
            throw new ProblemException(Problem.of("toy.colour", Problem.Category.USAGE, "object", colour));
        }
        return new Upstream(upstream.url(), Map.of("colour", List.of(colour)));
    }

    @Override
    public Set<String> guards() {
        return Set.of("dull");
    }

    @Override
    public Optional<Recognition> recognise(Path root) {
        return Optional.empty();
    }

    @Override
    public Survey survey(SurveyRequest request, JobContext job) throws ProblemException, InterruptedException {
        String colour = request.config().upstream().one("colour", "red");
        String list = new String(request.source().read(colour + ".txt", MOST, job), StandardCharsets.UTF_8);
        List<WantedFile> files = new ArrayList<>();
        for (String line : list.lines().toList()) {
            String[] words = line.split(" ");
            files.add(new WantedFile(
                    words[0],
                    colour + "/" + words[0],
                    Long.parseLong(words[1]),
                    line,
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    Optional.empty()));
        }
        boolean open = files.size() > 1 || request.overrides().contains("dull");
        Gate dull = new Gate("dull", open, Phrase.of("gate.toy.dull"), Optional.of(Phrase.of("gate.toy.override")));
        VersionFacts facts = new VersionFacts(List.of(), List.of(), Map.of("upstream.fingerprint", list));
        return new Survey(list, files, facts, List.of(dull), List.of(), List.of());
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
    public VersionFacts inspect(Path tree, JobContext job) {
        return VersionFacts.none();
    }

    @Override
    public void identities(Path tree, VersionFacts facts, IdentitySink sink) {
        // Nothing is known without the list.
    }

    @Override
    public Optional<String> probePath(VersionFacts facts) {
        return Optional.empty();
    }
}
