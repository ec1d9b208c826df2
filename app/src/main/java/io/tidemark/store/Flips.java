package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.Channel;
import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Hold;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Names;
import io.tidemark.model.Notice;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks whether a channel may move as asked, and moves it. */
final class Flips {

    /** The mark of a version with names that no channel may publish. */
    static final String ODD_NAMES = "version.mark.names";

    private final Workbench bench;
    private final Home home;

    Flips(Workbench bench) {
        this.bench = bench;
        this.home = bench.home;
    }

    /** Moves the channel; what it pointed at before. */
    Optional<String> flip(WriteSession.Flip flip, JobContext job) throws ProblemException, InterruptedException {
        Inventory inventory = new Inventory(home);
        Channel channel = channel(inventory, flip);
        Version version = inventory.version(flip.version());
        requireFree(channel, flip);
        requirePublishable(version, flip);
        if (version.state() == VersionState.SEALED) {
            LedgerGuard.require(bench, bench.records.get(version.name()), job);
        }
        Step.Flip step = step(channel, inventory.path(version.name()), flip);
        if (changes(step)) {
            bench.carryOut(step, deeds(channel, flip), new Flipping(home, step));
        }
        return channel.target();
    }

    private static Channel channel(Inventory inventory, WriteSession.Flip flip) throws ProblemException {
        boolean there = inventory.channels().stream().anyMatch(c -> c.name().equals(flip.channel()));
        return there || !flip.create() ? known(inventory, flip.channel()) : fresh(Names.requireLink(flip.channel()));
    }

    /** A channel that must be there. */
    static Channel known(Inventory inventory, String name) throws ProblemException {
        return inventory.channels().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(Problem.of("channel.unknown", Problem.Category.USAGE, "object", name)));
    }

    private static Channel fresh(String name) {
        return new Channel(name, name, Optional.empty(), Optional.empty(), ChannelPolicy.careful());
    }

    private static void requireFree(Channel channel, WriteSession.Flip flip) throws ProblemException {
        if (!flip.rollback()) {
            requireFree(channel);
        }
    }

    /** Refuses to move a channel that is held. */
    static void requireFree(Channel channel) throws ProblemException {
        if (channel.hold().isPresent()) {
            throw held(channel, channel.hold().get());
        }
    }

    /** The problem of a channel that must not move. */
    static ProblemException held(Channel channel, Hold hold) {
        Phrase why = Phrase.of(hold.reason().isEmpty() ? "hold.why.untold" : "hold.why", "reason", hold.reason());
        Map<String, String> args = new HashMap<>(why.within("why"));
        args.put("object", channel.name());
        args.put("target", channel.target().orElse("?"));
        args.put("actor", hold.actor());
        args.put("since", hold.since().toString());
        args.put("reason", hold.reason());
        return new ProblemException(
                new Problem("channel.held", Problem.Category.REFUSED, Problem.State.UNCHANGED, args, ""));
    }

    private static void requirePublishable(Version version, WriteSession.Flip flip) throws ProblemException {
        String refusal =
                switch (version.state()) {
                    case STAGED -> "channel.staged";
                    case QUARANTINED -> "channel.quarantined";
                    case ADOPTED, SEALED -> oddNames(version) && !flip.rollback() ? "channel.names" : "";
                };
        if (!refusal.isEmpty()) {
            throw new ProblemException(
                    Problem.of(refusal, Problem.Category.REFUSED, "object", version.name(), "channel", flip.channel()));
        }
    }

    private static boolean oddNames(Version version) {
        return version.marks().stream()
                .map(Notice::phrase)
                .anyMatch(p -> p.key().equals(ODD_NAMES));
    }

    private Step.Flip step(Channel channel, String path, WriteSession.Flip flip) throws ProblemException {
        LinkPlace place = LinkPlace.of(home.path, channel.link());
        try (Dir dir = place.open(home.disk, home.root)) {
            new Links(home).requireLink(dir, place);
        }
        Optional<byte[]> before = new Channels(home).text(place);
        boolean stays = channel.target().equals(Optional.of(flip.version())) && before.isPresent();
        byte[] after = stays ? before.get() : place.text(path);
        return new Step.Flip(
                channel.name(),
                channel.link(),
                before.map(Flips::escaped),
                escaped(after),
                channel.hold(),
                flip.hold() ? Optional.of(hold(flip)) : channel.hold(),
                isNew(channel));
    }

    private boolean isNew(Channel channel) throws ProblemException {
        return new Settings(home)
                .saved().channels().stream().noneMatch(c -> c.name().equals(channel.name()));
    }

    private Hold hold(WriteSession.Flip flip) {
        return new Hold(bench.clock.instant(), bench.actor, flip.reason());
    }

    private static boolean changes(Step.Flip step) {
        return step.create()
                || !step.before().equals(Optional.of(step.after()))
                || !step.hold().equals(step.held());
    }

    private static List<Deed> deeds(Channel channel, WriteSession.Flip flip) {
        String from = channel.target().orElse("");
        List<Deed> deeds = new ArrayList<>();
        if (!from.equals(flip.version())) {
            Event event = flip.rollback() ? Event.ROLLED_BACK : Event.PROMOTED;
            deeds.add(new Deed(event, flip.version(), channel.name(), from, flip.reason(), Map.of()));
        }
        if (flip.hold()) {
            deeds.add(new Deed(Event.HELD, flip.version(), channel.name(), "", flip.reason(), Map.of()));
        }
        return deeds;
    }

    private static String escaped(byte[] text) {
        return EntryPath.ofBytes(text).text();
    }
}
