package io.tidemark.engine.change;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.Recognition.FoundChannel;
import io.tidemark.model.Recognition.FoundVersion;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was recognised, and plain directories of it that are about to become channels.
 *
 * @param exchange version that each directory is called from then on, by its public path
 */
record Exchanging(Recognition found, SortedMap<String, String> exchange) {

    static Exchanging of(Recognition found, Map<String, String> exchange) throws ProblemException {
        for (String path : exchange.keySet()) {
            if (!found.exchangeable().contains(path)) {
                throw new ProblemException(Problem.of("plan.not-exchangeable", Problem.Category.USAGE, "object", path));
            }
        }
        return new Exchanging(found, new TreeMap<>(exchange));
    }

    /** What is adopted as it is: a directory that becomes a channel is a version under its new name only. */
    Recognition rest() {
        return new Recognition(
                found.kind(),
                found.score(),
                found.versions().stream().filter(this::stays).toList(),
                found.channels().stream().map(this::later).toList(),
                found.exchangeable(),
                found.upstream(),
                found.notices());
    }

    /** How many versions there are in the end. */
    int versions() {
        return rest().versions().size() + exchange.size();
    }

    /** How many channels there are in the end. */
    int channels() {
        return found.channels().size() + exchange.size();
    }

    /** Plain directories that clients may follow and that stay plain. */
    List<String> left() {
        return found.exchangeable().stream()
                .filter(path -> !exchange.containsKey(path))
                .toList();
    }

    /** Version by channel for links that led to such a directory: they lead to the version from then on. */
    SortedMap<String, String> followers() {
        SortedMap<String, String> followers = new TreeMap<>();
        for (FoundChannel channel : found.channels()) {
            if (exchange.containsKey(channel.target())) {
                followers.put(channel.name(), exchange.get(channel.target()));
            }
        }
        return followers;
    }

    private boolean stays(FoundVersion version) {
        return !exchange.containsKey(version.path());
    }

    private FoundChannel later(FoundChannel channel) {
        boolean follows = exchange.containsKey(channel.target());
        return follows ? new FoundChannel(channel.name(), channel.link(), "") : channel;
    }
}
