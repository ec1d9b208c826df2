package io.tidemark.store;

import io.tidemark.model.Channel;
import io.tidemark.model.Hold;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads channels: what is saved of them, what their links say now, and their holds. */
final class Channels {

    private final Home home;
    private final Settings settings;

    Channels(Home home) {
        this.home = home;
        this.settings = new Settings(home);
    }

    /** All channels as they are now. */
    List<Channel> all() throws ProblemException {
        Map<String, Hold> holds = settings.holds();
        Map<String, List<String>> series = new SeriesList(home).read();
        List<Channel> channels = new ArrayList<>();
        for (Channel channel : settings.saved().channels()) {
            Optional<String> target = series.containsKey(channel.name())
                    ? series.get(channel.name()).stream().reduce((older, newer) -> newer)
                    : target(channel.link());
            channels.add(Settings.with(channel, target, Optional.ofNullable(holds.get(channel.name()))));
        }
        return channels;
    }

    /** What a link says, if there is one. */
    Optional<byte[]> text(LinkPlace place) throws ProblemException {
        try (Dir dir = place.open(home.disk, home.root)) {
            return home.disk.readlink(dir, place.name());
        } catch (ProblemException e) {
            if (Errno.is(e, "store.missing")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<String> target(String link) throws ProblemException {
        LinkPlace place = LinkPlace.of(home.path, link);
        Optional<String> path = text(place).flatMap(place::meaning);
        return path.isEmpty() ? path : new Records(home).at(path.get()).map(VersionRecord::name);
    }
}
