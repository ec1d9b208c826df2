package io.tidemark.ui;

import io.tidemark.engine.Views;
import io.tidemark.job.JobContext;
import io.tidemark.model.Capability;
import io.tidemark.model.ChangePage;
import io.tidemark.model.Comparison;
import io.tidemark.model.FileChange;
import io.tidemark.model.ForeignWriter;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.KindInfo;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.Timeline;
import io.tidemark.model.Upstream;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.VersionState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Views of the sample repositories. A test may put another timeline in place of a repository's own. */
public final class SampleViews implements Views {

    static final String CRON_LINE =
            "rsync -a --delete rsync.example.org::alpine/v3.15/ /srv/mirror/alpine/latest-stable";

    private final AtomicReference<Problem> broken = new AtomicReference<>();
    private final AtomicReference<Timeline> instead = new AtomicReference<>();
    private final Set<Capability> more = ConcurrentHashMap.newKeySet();
    private final Map<String, String> moved = new ConcurrentHashMap<>();

    /** Shows this history for every repository from now on. */
    public void show(Timeline timeline) {
        instead.set(timeline);
    }

    /** Lets reading any repository fail from now on. */
    public void fail(Problem problem) {
        broken.set(problem);
    }

    /** Lets the kind of every repository do this as well. */
    public void can(Capability capability) {
        more.add(capability);
    }

    /** Lets a channel of every repository point at a version and be held, as after a rollback. */
    public void rolledBack(String channel, String version) {
        moved.put(channel, version);
    }

    @Override
    public RepositoryStatus status(String dir) throws ProblemException {
        if (broken.get() != null) {
            throw new ProblemException(broken.get());
        }
        return SampleRepositories.able(SampleRepositories.with(SampleRepositories.status(known(dir)), moved), more);
    }

    @Override
    public RepositoryStatus checkUpstream(String dir, JobContext job) throws ProblemException {
        return status(dir);
    }

    @Override
    public List<Version> versions(String dir) throws ProblemException {
        return timeline(dir).versions();
    }

    @Override
    public VersionFacts facts(String dir, String version) throws ProblemException {
        if (known(dir).equals(SampleCommits.NAME)) {
            return SampleCommits.facts();
        }
        return known(dir).startsWith("alpine") ? SampleFacts.facts() : VersionFacts.none();
    }

    @Override
    public Timeline timeline(String dir) throws ProblemException {
        String name = known(dir);
        return instead.get() != null ? instead.get() : SampleRepositories.timeline(name);
    }

    @Override
    public Comparison compare(String dir, String before, String after, JobContext job) throws ProblemException {
        if (broken.get() != null) {
            throw new ProblemException(broken.get());
        }
        if (before.equals(after)) {
            return SampleFacts.same(version(dir, before), version(dir, after));
        }
        if (known(dir).equals(SampleCommits.NAME)) {
            return SampleCommits.comparison(version(dir, before), version(dir, after));
        }
        return known(dir).equals(SamplePuavo.NAME)
                ? SampleFacts.images(version(dir, before), version(dir, after))
                : SampleFacts.comparison(version(dir, before), version(dir, after));
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
            JobContext job) {
        List<FileChange> all = dir.endsWith(SamplePuavo.NAME) ? SampleFacts.images(before, after) : SampleFacts.files();
        List<FileChange> matching = all.stream()
                .filter(file -> kinds.isEmpty() || kinds.contains(file.kind()))
                .filter(file -> file.path().contains(filter.toLowerCase(Locale.ROOT)))
                .toList();
        return new ChangePage(matching.stream().skip(offset).limit(limit).toList(), offset, matching.size());
    }

    @Override
    public long export(String dir, String version, String file, JobContext job) throws ProblemException {
        return versions(dir).stream()
                .filter(each -> each.name().equals(version))
                .mapToLong(Version::bytes)
                .sum();
    }

    @Override
    public List<JournalEntry> log(String dir, int limit) throws ProblemException {
        return SampleJournal.of(known(dir)).stream().limit(limit).toList();
    }

    @Override
    public List<Version> rollbackTargets(String dir, String channel) throws ProblemException {
        if (known(dir).equals(SamplePuavo.NAME)) {
            return timeline(dir).versions().reversed().stream()
                    .filter(version -> SamplePuavo.series().get(channel).contains(version.name()))
                    .filter(version -> version.channels().isEmpty())
                    .toList();
        }
        if (channel.equals("current")) {
            return List.of();
        }
        return timeline(dir).versions().reversed().stream()
                .filter(version -> version.state() == VersionState.SEALED)
                .filter(version -> !version.name().equals("3.15.5"))
                .toList();
    }

    @Override
    public Views.Found recognise(String dir, JobContext job) throws ProblemException {
        if (dir.endsWith("/unknown")) {
            return new Views.Found(Optional.empty(), List.of());
        }
        return new Views.Found(
                Optional.of(new Recognition(
                        "alpine",
                        95,
                        List.of(
                                new Recognition.FoundVersion("3.15.4", "3.15.4"),
                                new Recognition.FoundVersion("3.15.5", "3.15.5")),
                        List.of(new Recognition.FoundChannel("latest-stable", "latest-stable", "3.15.4")),
                        List.of("panoptiscan"),
                        SampleRepositories.status(SampleHistory.ALPINE).config().upstream(),
                        List.of())),
                foreignWriters(dir));
    }

    @Override
    public List<ForeignWriter> foreignWriters(String dir) {
        return List.of(new ForeignWriter(ForeignWriter.Kind.CRON, "/etc/cron.d/mirror:3", CRON_LINE, true));
    }

    @Override
    public List<Notice> advise(String kind, Upstream upstream) {
        return upstream.url().startsWith("rsync:") ? List.of(Notice.good("notice.protocol.rsync")) : List.of();
    }

    @Override
    public List<String> parts(String kind, String url, JobContext job) {
        return List.of("athena", "athena-images");
    }

    @Override
    public List<KindInfo> kinds() {
        return SampleRepositories.kinds();
    }

    private Version version(String dir, String name) throws ProblemException {
        return timeline(dir).versions().stream()
                .filter(version -> version.name().equals(name))
                .findFirst()
                .orElseThrow(() -> missing(name));
    }

    private static String known(String dir) throws ProblemException {
        String name = dir.substring(dir.lastIndexOf('/') + 1);
        if (!SampleRepositories.NAMES.contains(name)
                && !name.equals(SampleRecipes.NAME)
                && !SampleCrowd.NAME.equals(name)
                && !SamplePuavo.NAME.equals(name)) {
            throw missing(name);
        }
        return name;
    }

    private static ProblemException missing(String name) {
        return new ProblemException(Problem.of("name.version", Problem.Category.USAGE, "object", name));
    }
}
