package io.tidemark.engine.view;

import io.tidemark.engine.commit.CommitNow;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.UpstreamNote;
import io.tidemark.kind.CommitView;
import io.tidemark.model.Capability;
import io.tidemark.model.Channel;
import io.tidemark.model.ChannelHistory;
import io.tidemark.model.ForeignWriter;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.Severity;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what a person should know of a repository, worst first. Used by one thread. */
final class Health {

    private static final Duration LONG_AGO = Duration.ofDays(8);

    private final List<Notice> notices = new ArrayList<>();

    /** Versions that are not what they were sealed as, or not sealed. */
    Health versions(List<Version> versions) {
        for (Version version : versions) {
            if (version.state() == VersionState.QUARANTINED) {
                notices.add(Notice.danger("status.quarantined", "version", version.name()));
            }
        }
        long unsealed =
                versions.stream().filter(v -> v.state() == VersionState.ADOPTED).count();
        if (unsealed > 0) {
            notices.add(Notice.warning("status.unsealed", "count", unsealed));
        }
        versions.stream()
                .filter(v -> v.state() == VersionState.STAGED)
                .forEach(v -> notices.add(Notice.info("status.staged", "version", v.name())));
        return this;
    }

    /** Channels that do not point where they should, and held ones. */
    Health channels(List<Channel> channels, List<JournalEntry> journal) {
        for (Channel channel : channels) {
            Optional<String> live = ChannelHistory.of(journal, channel.name()).live();
            if (channel.target().isEmpty() && live.isPresent()) {
                notices.add(Notice.danger("status.broken", "channel", channel.name(), "version", live.get()));
            } else if (live.isPresent() && !live.equals(channel.target())) {
                notices.add(Notice.warning(
                        "status.moved",
                        "channel",
                        channel.name(),
                        "version",
                        channel.target().orElse(""),
                        "journal",
                        live.get()));
            }
            channel.hold()
                    .ifPresent(hold -> notices.add(Notice.warning(
                            hold.reason().isEmpty() ? "status.held" : "status.held.reason",
                            "channel",
                            channel.name(),
                            "actor",
                            hold.actor(),
                            "since",
                            hold.since(),
                            "reason",
                            hold.reason())));
        }
        return this;
    }

    /** Refs that somebody else moved, and commits that have no name yet. */
    Health commits(Opened repository) {
        if (repository.kind().commits().isEmpty()) {
            return this;
        }
        try {
            CommitNow now = CommitNow.of(repository);
            for (CommitView.Line line : now.moved()) {
                String version = line.head().map(CommitView.Published::version).orElse("");
                notices.add(Notice.warning("status.ref-moved", "channel", line.channel(), "version", version));
            }
            if (!now.view().fresh().isEmpty()) {
                notices.add(Notice.info(
                        "status.commits", "count", now.view().fresh().size()));
            }
            notices.addAll(now.view().notices());
        } catch (ProblemException unreadable) {
            notices.add(Notice.danger(
                    "status.commits.unreadable",
                    "object",
                    unreadable.problem().args().getOrDefault("object", "")));
        }
        return this;
    }

    /** A journal that does not vouch for itself any more. */
    Health journal(Optional<Problem> broken) {
        broken.ifPresent(problem -> notices.add(Notice.danger(
                "journal.broken",
                "line",
                problem.args().get("line"),
                "object",
                problem.args().get("object"))));
        return this;
    }

    /** One that was broken and set aside, while nobody looked what else was changed. */
    Health aside(Optional<Problem> aside) {
        aside.ifPresent(problem -> notices.add(Notice.warning(
                "status.journal-aside",
                "line",
                problem.args().get("line"),
                "kept",
                problem.args().get("kept"),
                "count",
                problem.args().get("count"))));
        return this;
    }

    /** Programs that write into the tree. */
    Health writers(List<ForeignWriter> writers) {
        for (ForeignWriter writer : writers) {
            String key = left(writer) ? "status.leftover" : "status.writer";
            notices.add(Notice.warning(key, "where", writer.where(), "what", writer.what()));
        }
        return this;
    }

    private static boolean left(ForeignWriter writer) {
        return writer.kind() == ForeignWriter.Kind.LEFTOVER;
    }

    /** Upstream not looked at for long. */
    Health upstream(Opened repository, UpstreamNote note, Instant now) {
        boolean follows = repository.can(Capability.UPSTREAM)
                && !repository.config().upstream().url().isEmpty();
        Optional<Instant> checked = note.when();
        if (follows && checked.isPresent() && checked.get().plus(LONG_AGO).isBefore(now)) {
            notices.add(Notice.warning("status.stale", "checked", checked.get()));
        }
        return this;
    }

    /** What was found, worst first. */
    List<Notice> notices() {
        return notices.stream()
                .sorted(Comparator.comparing(Notice::severity).reversed())
                .toList();
    }

    /** One word for it. */
    RepositoryStatus.Health verdict() {
        Severity worst = notices.stream()
                .map(Notice::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.GOOD);
        return switch (worst) {
            case DANGER -> RepositoryStatus.Health.CRITICAL;
            case WARNING -> RepositoryStatus.Health.WARNING;
            case INFO, GOOD -> RepositoryStatus.Health.HEALTHY;
        };
    }
}
