package io.tidemark.engine.repository;

import io.tidemark.job.JobContext;
import io.tidemark.kind.Survey;
import io.tidemark.kind.SurveyRequest;
import io.tidemark.model.Policies;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.source.Source;
import io.tidemark.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks upstreams what they have. */
public final class Surveyor {

    private final Sources sources;

    /** A surveyor that reaches upstreams through these. */
    public Surveyor(Sources sources) {
        this.sources = sources;
    }

    /** The upstream of a repository, not contacted yet; refused if it has none. */
    public Source source(Opened repository) throws ProblemException {
        RepositoryConfig config = repository.config();
        if (config.upstream().url().isEmpty()) {
            throw new ProblemException(Problem.of("plan.no-upstream", Problem.Category.USAGE, "object", config.name()));
        }
        return repository.kind().source(config.upstream().url(), config.transfer(), sources);
    }

    /** What upstream has now. */
    public Survey survey(Opened repository, Source source, Base base, Terms terms, JobContext job)
            throws ProblemException, InterruptedException {
        job.progress().phase("survey", -1, -1);
        RepositoryConfig config = repository.config();
        List<String> trust = new ArrayList<>(Keys.expected(config.keys()));
        trust.addAll(terms.trust());
        SurveyRequest request = new SurveyRequest(
                asked(config, terms),
                source,
                base.version().map(version -> base.facts()),
                base.tree(),
                trust,
                terms.overrides());
        return repository.kind().survey(request, job);
    }

    private static RepositoryConfig asked(RepositoryConfig config, Terms terms) {
        Policies old = config.policies();
        Optional<Boolean> grace = terms.grace();
        Policies policies =
                new Policies(old.keep(), old.maxShrinkPercent(), old.maxIndexAgeDays(), grace.orElse(old.grace()));
        return new RepositoryConfig(
                config.format(),
                config.id(),
                config.name(),
                config.kind(),
                config.upstream(),
                config.transfer(),
                policies,
                config.channels(),
                Keys.known(config.keys()),
                config.pins());
    }
}
