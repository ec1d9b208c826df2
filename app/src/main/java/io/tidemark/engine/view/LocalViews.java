package io.tidemark.engine.view;

import io.tidemark.engine.Views;
import io.tidemark.engine.repository.FactReader;
import io.tidemark.engine.repository.Neighbours;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Recognisers;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.model.ChangePage;
import io.tidemark.model.Channel;
import io.tidemark.model.ChannelHistory;
import io.tidemark.model.Comparison;
import io.tidemark.model.FileChange;
import io.tidemark.model.ForeignWriter;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.KindInfo;
import io.tidemark.model.Lane;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.Timeline;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.VersionState;
import io.tidemark.source.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Views of repositories of this machine. Safe for all threads. */
public final class LocalViews implements Views {

    private final Repositories repositories;
    private final Observations observations;
    private final StatusView status;
    private final JobContext unwatched;

    /**
     * Views of those repositories.
     *
     * @param cpu borrowed by questions that come without a job
     */
    public LocalViews(Repositories repositories, Neighbours neighbours, MachinePool cpu) {
        this.repositories = repositories;
        this.observations = new Observations(neighbours, repositories.ground().clock());
        this.status = new StatusView(repositories, observations);
        this.unwatched = new Unwatched(cpu);
    }

    @Override
    public RepositoryStatus status(String dir) throws ProblemException {
        return status.of(repositories.open(dir));
    }

    @Override
    public RepositoryStatus checkUpstream(String dir, JobContext job) throws ProblemException, InterruptedException {
        return status.afterLook(repositories.open(dir), job);
    }

    @Override
    public List<Version> versions(String dir) throws ProblemException {
        return repositories.open(dir).store().versions();
    }

    @Override
    public VersionFacts facts(String dir, String version) throws ProblemException {
        Opened repository = repositories.open(dir);
        try {
            return FactReader.of(repository, repository.version(version), unwatched);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return VersionFacts.none();
        }
    }

    @Override
    public Timeline timeline(String dir) throws ProblemException {
        Opened repository = repositories.open(dir);
        List<JournalEntry> journal = repository.store().journal();
        List<Lane> lanes = new ArrayList<>();
        for (Channel channel : repository.store().channels()) {
            lanes.add(new Lane(
                    channel.name(), ChannelHistory.of(journal, channel.name()).spans(), channel.hold()));
        }
        return new Timeline(
                repository.store().versions(),
                lanes,
                repositories.ground().clock().instant());
    }

    @Override
    public Comparison compare(String dir, String before, String after, JobContext job)
            throws ProblemException, InterruptedException {
        return new CompareView(repositories.open(dir), before, after).compare(job);
    }

    @Override
    public ChangePage changes(
            String dir,
            String before,
            String after,
            Set<FileChange.Kind> kinds,
            String filter,
            long offset,
            int limit,
            JobContext job)
            throws ProblemException, InterruptedException {
        return new CompareView(repositories.open(dir), before, after).changes(kinds, filter, offset, limit, job);
    }

    @Override
    public long export(String dir, String version, String file, JobContext job)
            throws ProblemException, InterruptedException {
        return new Exporting(repositories.open(dir)).to(version, file, job);
    }

    @Override
    public List<JournalEntry> log(String dir, int limit) throws ProblemException {
        return repositories.open(dir).store().journal().reversed().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public List<Version> rollbackTargets(String dir, String channel) throws ProblemException {
        Opened repository = repositories.open(dir);
        List<Version> versions = repository.store().versions();
        List<String> members = repository.store().series().getOrDefault(channel, List.of());
        return repository.kind().images().isPresent()
                ? earlier(versions, members)
                : ChannelHistory.of(repository.store().journal(), channel)
                        .targets(versions, repository.channel(channel).target());
    }

    /** A series goes back to images of its own: those before its last. */
    private static List<Version> earlier(List<Version> versions, List<String> members) {
        return members.subList(0, Math.max(0, members.size() - 1)).reversed().stream()
                .flatMap(name -> versions.stream()
                        .filter(version -> version.name().equals(name))
                        .filter(LocalViews::isWhole))
                .toList();
    }

    private static boolean isWhole(Version version) {
        return version.state() == VersionState.SEALED || version.state() == VersionState.ADOPTED;
    }

    @Override
    public Found recognise(String dir, JobContext job) throws ProblemException, InterruptedException {
        Path root = repositories.place(dir);
        return new Found(new Recognisers(repositories.ground().kinds()).recognise(root, ""), observations.look(root));
    }

    @Override
    public List<ForeignWriter> foreignWriters(String dir) throws ProblemException, InterruptedException {
        return observations.look(repositories.place(dir));
    }

    @Override
    public List<Notice> advise(String kind, Upstream upstream) throws ProblemException {
        return repositories.kind(kind).advice(upstream);
    }

    @Override
    public List<String> parts(String kind, String url, JobContext job) throws ProblemException, InterruptedException {
        try (Source source = repositories
                .kind(kind)
                .source(url, TransferSettings.standard(), repositories.ground().sources())) {
            return source.parts(job);
        }
    }

    @Override
    public List<KindInfo> kinds() {
        return repositories.ground().kinds().stream().map(RepositoryKind::info).toList();
    }
}
