package io.tidemark.engine.change;

import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.repository.FactReader;
import io.tidemark.engine.repository.Opened;
import io.tidemark.job.JobContext;
import io.tidemark.model.BootRole;
import io.tidemark.model.Channel;
import io.tidemark.model.ChannelHistory;
import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.Comparison.BootChange;
import io.tidemark.model.Gate;
import io.tidemark.model.Names;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A channel about to be moved forward, and what its clients would notice.
 *
 * @param name the channel; it may not exist yet
 * @param channel it as it is
 * @param boot what changes in what clients boot from
 */
record Moving(String name, Optional<Channel> channel, List<BootChange> boot) {

    Moving {
        boot = List.copyOf(boot);
    }

    /** A channel that would show a version with these facts. */
    static Moving to(VersionFacts facts, String channel, Opened repository, JobContext job)
            throws ProblemException, InterruptedException {
        Optional<Channel> known = repository.findChannel(channel);
        requireFreePlace(repository, known.map(Channel::link).orElse(channel));
        if (known.isEmpty()) {
            requireOurs(repository, Names.requireLink(channel));
        }
        Optional<String> target = known.flatMap(Channel::target);
        if (target.isEmpty()) {
            return new Moving(channel, known, List.of());
        }
        VersionFacts before = FactReader.of(repository, repository.version(target.get()), job);
        return new Moving(channel, known, repository.kind().compareBoot(before, facts));
    }

    /** Found out before anything is fetched: a channel cannot take the place of a file or directory. */
    private static void requireFreePlace(Opened repository, String link) throws ProblemException {
        Path place = repository.store().root().resolve(link).normalize();
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(place)) {
            throw new ProblemException(Problem.of("channel.not-link", Problem.Category.REFUSED, "object", place));
        }
    }

    /** A link that leads elsewhere is somebody else's channel, for example that of a tree beside the versions. */
    private static void requireOurs(Opened repository, String channel) throws ProblemException {
        Path root = repository.store().root();
        Path link = root.resolve(channel);
        if (!Files.isSymbolicLink(link)) {
            return;
        }
        try {
            Path target = Files.readSymbolicLink(link);
            Path at = root.resolve(target).normalize();
            boolean ours = root.normalize().equals(at.getParent())
                    && repository.store().version(at.getFileName().toString()).isPresent();
            if (!ours) {
                throw new ProblemException(
                        Problem.of("plan.foreign-link", Problem.Category.REFUSED, "object", link, "target", target));
            }
        } catch (IOException unreadable) {
            Problem problem = Problem.of("plan.unreadable", Problem.Category.STORAGE, "object", link);
            throw new ProblemException(problem.with(unreadable.toString()), unreadable);
        }
    }

    Optional<String> target() {
        return channel.flatMap(Channel::target);
    }

    boolean pointsAt(String version) {
        return target().equals(Optional.of(version));
    }

    /** Whether a person must say yes to what changes at boot. */
    boolean needsConsent(boolean allowed) {
        return !boot.isEmpty() && !allowed && !policy().allowBootCritical();
    }

    /** Whether what changes at boot may go to its clients. */
    Gate gate(boolean allowed) {
        Phrase found = Phrase.of("gate.boot-critical", "object", name, "changes", bootText());
        Optional<Phrase> override =
                needsConsent(false) ? Optional.of(Phrase.of("gate.boot-critical.override")) : Optional.empty();
        return new Gate(Gates.BOOT_CRITICAL, !needsConsent(allowed), found, override);
    }

    /** What changes at boot, in short: {@code linux-lts 5.15.41-r0 → 5.15.53-r0, …}. */
    String bootText() {
        return boot.stream()
                .filter(change -> change.role() != BootRole.NONE)
                .map(Moving::text)
                .limit(8)
                .collect(Collectors.joining(", "));
    }

    /** Whether the channel was rolled back from a version, and nobody promoted it since. */
    boolean wasLeft(String version, Opened repository) throws ProblemException {
        return ChannelHistory.of(repository.store().journal(), name).left().contains(version);
    }

    private ChannelPolicy policy() {
        return channel.map(Channel::policy).orElse(ChannelPolicy.careful());
    }

    private static String text(BootChange change) {
        if (change.before().isEmpty()) {
            return change.name() + " + " + change.after();
        }
        return change.name() + " " + change.before() + " → " + (change.after().isEmpty() ? "–" : change.after());
    }
}
