package io.tidemark.store;

import io.tidemark.model.Channel;
import io.tidemark.model.ChannelHistory;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which versions must not be pruned: those that a channel points at or is held on, those that are pinned, and for each
 * channel the one it would be rolled back to.
 */
public final class Retention {

    private final List<Channel> channels;
    private final List<JournalEntry> journal;
    private final List<Version> versions;
    private final Map<String, List<String>> series;

    /**
     * The rules as they apply now.
     *
     * @param series the versions of each series, which clients may have and want
     */
    public Retention(
            List<Channel> channels,
            List<JournalEntry> journal,
            List<Version> versions,
            Map<String, List<String>> series) {
        this.series = Map.copyOf(series);
        this.channels = List.copyOf(channels);
        this.journal = List.copyOf(journal);
        this.versions = List.copyOf(versions);
    }

    /** Why a version is needed; empty if it may be pruned. */
    public Optional<Need> need(Version version) {
        if (version.pin().isPresent()) {
            return Optional.of(new Need(Why.PIN, version.pin().get()));
        }
        for (Channel channel : channels) {
            if (channel.target().filter(version.name()::equals).isPresent()) {
                return Optional.of(new Need(channel.hold().isPresent() ? Why.HOLD : Why.CHANNEL, channel.name()));
            }
            if (lastGood(channel).filter(version.name()::equals).isPresent()) {
                return Optional.of(new Need(Why.LAST_GOOD, channel.name()));
            }
            if (series.getOrDefault(channel.name(), List.of()).contains(version.name())) {
                return Optional.of(new Need(Why.SERIES, channel.name()));
            }
        }
        return Optional.empty();
    }

    /**
     * Refuses to prune a version that is needed.
     *
     * @throws ProblemException {@code prune.needed.pin}, {@code .hold}, {@code .channel}, {@code .last-good} or {@code .series}
     */
    void require(Version version) throws ProblemException {
        Optional<Need> need = need(version);
        if (need.isPresent()) {
            String code = "prune.needed." + need.get().why().code();
            throw new ProblemException(Problem.of(
                    code,
                    Problem.Category.REFUSED,
                    "object",
                    version.name(),
                    "by",
                    need.get().by()));
        }
    }

    private Optional<String> lastGood(Channel channel) {
        return ChannelHistory.of(journal, channel.name())
                .lastGood(versions, channel.target())
                .map(Version::name);
    }

    /**
     * What needs a version.
     *
     * @param by the channel, or the reason of the pin
     */
    public record Need(Why why, String by) {}

    /** The five reasons. */
    public enum Why {
        PIN("pin"),
        HOLD("hold"),
        CHANNEL("channel"),
        LAST_GOOD("last-good"),
        SERIES("series");

        private final String code;

        Why(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
