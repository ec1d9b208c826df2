package io.tidemark.store;

import io.tidemark.model.Channel;
import io.tidemark.model.Hold;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code repository.json} and {@code holds.json}: reading for everybody, writing for the lock's holder. */
final class Settings {

    private static final int LARGEST = 1 << 24;

    private final Home home;

    Settings(Home home) {
        this.home = home;
    }

    /** The settings as saved, channels without targets and holds. */
    RepositoryConfig saved() throws ProblemException {
        return Json.read(bytes(), RepositoryConfig.class, RepositoryConfig.FORMAT, path(Layout.CONFIG));
    }

    /** The file itself. */
    byte[] bytes() throws ProblemException {
        return home.read(home.own, Layout.CONFIG, LARGEST)
                .orElseThrow(() -> Json.damaged(path(Layout.CONFIG), new IllegalStateException("it is missing")));
    }

    /** Writes the file; durable on return. */
    void write(byte[] bytes) throws ProblemException {
        home.replace(home.own, Layout.CONFIG, bytes);
    }

    /** The file for these settings: what is read from elsewhere is left out. */
    static byte[] encode(RepositoryConfig config) {
        List<Channel> bare = config.channels().stream()
                .map(c -> with(c, Optional.empty(), Optional.empty()))
                .toList();
        return Json.write(withChannels(config, bare));
    }

    /** Holds by channel. */
    Map<String, Hold> holds() throws ProblemException {
        Optional<byte[]> bytes = home.read(home.own, Layout.HOLDS, LARGEST);
        return bytes.isEmpty()
                ? Map.of()
                : Json.read(bytes.get(), Holds.class, Holds.FORMAT, path(Layout.HOLDS))
                        .holds();
    }

    /** Sets or lifts the hold of one channel; durable on return. */
    void hold(String channel, Optional<Hold> hold) throws ProblemException {
        Map<String, Hold> holds = new java.util.TreeMap<>(holds());
        hold.ifPresentOrElse(h -> holds.put(channel, h), () -> holds.remove(channel));
        home.replace(home.own, Layout.HOLDS, Json.write(new Holds(Holds.FORMAT, holds)));
    }

    static Channel with(Channel c, Optional<String> target, Optional<Hold> hold) {
        return new Channel(c.name(), c.link(), target, hold, c.policy());
    }

    static RepositoryConfig withChannels(RepositoryConfig c, List<Channel> channels) {
        return new RepositoryConfig(
                c.format(),
                c.id(),
                c.name(),
                c.kind(),
                c.upstream(),
                c.transfer(),
                c.policies(),
                channels,
                c.keys(),
                c.pins());
    }

    static RepositoryConfig withPins(RepositoryConfig c, Map<String, String> pins) {
        return new RepositoryConfig(
                c.format(),
                c.id(),
                c.name(),
                c.kind(),
                c.upstream(),
                c.transfer(),
                c.policies(),
                c.channels(),
                c.keys(),
                pins);
    }

    private String path(String name) {
        return home.own.path(Disk.raw(name));
    }

    /** The file of holds. */
    record Holds(int format, Map<String, Hold> holds) {

        static final int FORMAT = 1;

        Holds {
            holds = Map.copyOf(holds);
        }
    }
}
