package io.tidemark.engine.change;

import io.tidemark.engine.repository.Base;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Surveyor;
import io.tidemark.engine.repository.Terms;
import io.tidemark.engine.repository.UpstreamNote;
import io.tidemark.engine.repository.VersionNaming;
import io.tidemark.job.JobContext;
import io.tidemark.kind.Survey;
import io.tidemark.model.Names;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.source.Source;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Looks at upstream and works out what a new version would be. Safe for all threads. */
final class Makings {

    private final Surveyor surveyor;
    private final SurveyMemory memory;
    private final Clock clock;

    Makings(Surveyor surveyor, SurveyMemory memory, Clock clock) {
        this.surveyor = surveyor;
        this.memory = memory;
        this.clock = clock;
    }

    Surveyor surveyor() {
        return surveyor;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Asks upstream.
     *
     * @param agreed whether a plan was shown a moment ago and now runs: then what upstream said for it holds
     */
    Making of(Opened repository, Optional<String> version, Terms terms, boolean agreed, JobContext job)
            throws ProblemException, InterruptedException {
        if (version.isPresent()) {
            requireFree(repository, version.get());
        }
        SurveyMemory.Heard answer = heard(repository, terms, agreed, job);
        Survey survey = answer.survey();
        boolean building = version.isPresent() || !answer.base().holds(survey.fingerprint());
        Base base = building ? answer.base().withIdentities(repository) : answer.base();
        UpstreamNote note = UpstreamNote.of(repository.store());
        boolean continued = version.isEmpty() && note.named() && isStaged(repository, note.staged());
        String name = version.isPresent() ? version.get() : continued ? note.staged() : suggest(repository, survey);
        return new Making(repository, base, terms, survey, name, version.isPresent() || continued, answer.requests());
    }

    /** Asks again while a version is being made; a name that nobody chose follows what upstream has now. */
    Making again(Making before, Source source, JobContext job) throws ProblemException, InterruptedException {
        Survey survey = surveyor.survey(before.repository(), source, before.base(), before.terms(), job);
        String name = before.named() ? before.version() : suggest(before.repository(), survey);
        return before.with(survey, name);
    }

    private SurveyMemory.Heard heard(Opened repository, Terms terms, boolean agreed, JobContext job)
            throws ProblemException, InterruptedException {
        String question = repository.store().root() + repository.store().basis() + terms;
        Optional<SurveyMemory.Heard> before = agreed ? memory.recall(question, clock.instant()) : Optional.empty();
        if (before.isPresent()) {
            return before.get();
        }
        SurveyMemory.Heard answer = ask(repository, terms, job);
        memory.keep(question, answer);
        return answer;
    }

    private SurveyMemory.Heard ask(Opened repository, Terms terms, JobContext job)
            throws ProblemException, InterruptedException {
        Base base = Base.of(repository, job);
        try (Source source = surveyor.source(repository)) {
            Survey survey = surveyor.survey(repository, source, base, terms, job);
            return new SurveyMemory.Heard(base, survey, source.requests(), clock.instant());
        }
    }

    private String suggest(Opened repository, Survey survey) throws ProblemException {
        return new VersionNaming(repository, clock).suggest(survey);
    }

    private static boolean isStaged(Opened repository, String name) throws ProblemException {
        return repository
                .store()
                .version(name)
                .filter(v -> v.state() == VersionState.STAGED)
                .isPresent();
    }

    static void requireFree(Opened repository, String name) throws ProblemException {
        Names.requireVersion(name);
        Optional<Version> taken = repository.store().version(name).filter(v -> v.state() != VersionState.STAGED);
        if (taken.isPresent()) {
            throw new ProblemException(Problem.of("plan.version-exists", Problem.Category.USAGE, "object", name));
        }
    }
}
