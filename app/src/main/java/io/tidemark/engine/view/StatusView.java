package io.tidemark.engine.view;

import io.tidemark.engine.repository.Base;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.engine.repository.Surveyor;
import io.tidemark.engine.repository.Terms;
import io.tidemark.engine.repository.UpstreamNote;
import io.tidemark.engine.repository.VersionNaming;
import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitTree;
import io.tidemark.kind.Survey;
import io.tidemark.model.Channel;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.source.Source;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** One repository at a glance. */
final class StatusView {

    private final Repositories repositories;
    private final Observations observations;
    private final Clock clock;

    StatusView(Repositories repositories, Observations observations) {
        this.repositories = repositories;
        this.observations = observations;
        this.clock = repositories.ground().clock();
    }

    RepositoryStatus of(Opened repository) throws ProblemException {
        var store = repository.store();
        List<Version> versions = store.versions();
        List<Channel> channels = store.channels();
        UpstreamNote note = observations.latest(store.root(), UpstreamNote.of(store));
        Health health = new Health()
                .journal(store.journalProblem())
                .aside(store.journalAside())
                .versions(versions)
                .channels(channels, store.journal())
                .commits(repository)
                .writers(observations.writers(store.root()))
                .upstream(repository, note, clock.instant());
        return new RepositoryStatus(
                repository.name(),
                store.root().toString(),
                repository.config().kind(),
                health.verdict(),
                repository.kind().info().capabilities(),
                repository.config(),
                channels,
                (int) versions.stream().filter(StatusView::whole).count(),
                newest(versions),
                note.when(),
                Optional.of(note.offers()).filter(name -> !name.isEmpty()),
                store.writer(),
                store.space().bytes(),
                health.notices());
    }

    /** Looks at upstream first. */
    RepositoryStatus afterLook(Opened repository, JobContext job) throws ProblemException, InterruptedException {
        Surveyor surveyor = new Surveyor(repositories.ground().sources());
        Path root = repository.store().root();
        try (Source source = surveyor.source(repository)) {
            Base base = Base.of(repository, job);
            Survey survey = surveyor.survey(repository, source, base, Terms.plain(), job);
            boolean same = base.holds(survey.fingerprint()) || holds(repository, survey);
            String offer = same ? "" : new VersionNaming(repository, clock).suggest(survey);
            UpstreamNote before = UpstreamNote.of(repository.store());
            observations.looked(root, before.seen(clock.instant(), survey.fingerprint(), offer));
        }
        return of(repository);
    }

    /** Where versions are commits, upstream's may be here without that anybody made a version of them. */
    private static boolean holds(Opened repository, Survey survey) throws ProblemException {
        Optional<CommitTree> tree = repository.kind().commits();
        return tree.isPresent() && tree.get().holds(repository.store().root(), survey);
    }

    private static boolean whole(Version version) {
        return version.state() != VersionState.STAGED;
    }

    private static Optional<String> newest(List<Version> versions) {
        return versions.stream()
                .filter(v -> v.state() == VersionState.SEALED || v.state() == VersionState.ADOPTED)
                .reduce((first, second) -> second)
                .map(Version::name);
    }
}
