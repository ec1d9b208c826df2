package io.tidemark.ui.wizard;

import io.tidemark.engine.Engine;
import io.tidemark.model.Channel;
import io.tidemark.model.Lane;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Timeline;
import io.tidemark.model.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a channel can be rolled back to, and when it served what.
 *
 * @param channel the channel
 * @param versions best first
 * @param lanes what each channel pointed at, when
 * @param now when this was read
 */
record Targets(String channel, List<Version> versions, List<Lane> lanes, Instant now) {

    Targets {
        versions = List.copyOf(versions);
        lanes = List.copyOf(lanes);
    }

    /** Those of the wanted channel, or of the one that moved last when none is named. */
    static Targets of(Facts facts, Optional<String> wanted, Engine engine) throws ProblemException {
        Timeline timeline = engine.views().timeline(facts.name());
        String channel = wanted.orElseGet(() -> likely(facts, timeline));
        List<Version> versions = channel.isEmpty() ? List.of() : engine.views().rollbackTargets(facts.name(), channel);
        return new Targets(channel, versions, timeline.lanes(), timeline.now());
    }

    /** The stretch of time for which the channel last served a version. */
    Optional<Lane.Span> served(String version) {
        return lane(channel)
                .flatMap(lane -> lane.spans().reversed().stream()
                        .filter(span -> span.version().equals(version))
                        .findFirst());
    }

    Optional<Lane> lane(String name) {
        return lanes.stream().filter(lane -> lane.channel().equals(name)).findFirst();
    }

    /** Whoever was moved forward last has most likely hurt the clients; one that is held was already taken back. */
    private static String likely(Facts facts, Timeline timeline) {
        Comparator<Channel> byHold =
                Comparator.comparing(channel -> channel.hold().isEmpty());
        return facts.status().channels().stream()
                .max(byHold.thenComparing(channel -> moved(channel, timeline)))
                .map(Channel::name)
                .orElse("");
    }

    private static Instant moved(Channel channel, Timeline timeline) {
        return timeline.lanes().stream()
                .filter(lane ->
                        lane.channel().equals(channel.name()) && !lane.spans().isEmpty())
                .map(lane -> lane.spans().getLast().start())
                .findFirst()
                .orElse(Instant.MIN);
    }
}
