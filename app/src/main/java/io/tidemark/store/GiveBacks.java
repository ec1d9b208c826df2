package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.Channel;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks whether what an exchange made a channel may be a plain directory again. */
final class GiveBacks {

    private final Home home;
    private final Inventory inventory;
    private final List<JournalEntry> journal;

    GiveBacks(Home home) throws ProblemException {
        this.home = home;
        this.inventory = new Inventory(home);
        this.journal = new Journal(home).read();
    }

    /** How the channel's directory is given back; refused as {@link WriteSession#giveBack} says. */
    Step.GiveBack step(String name, JobContext job) throws ProblemException, InterruptedException {
        Channel channel = Flips.known(inventory, name);
        require(exchanged(name), "channel.not-exchanged", name, channel);
        Flips.requireFree(channel);
        Version version = inventory.version(channel.target()
                .orElseThrow(() -> new ProblemException(
                        Problem.of("channel.adrift", Problem.Category.REFUSED, "object", channel.link()))));
        requireLoose(version, channel);
        String path = inventory.path(version.name());
        require(Freed.alone(home, path, job), "channel.shared", version.name(), channel);
        List<Channel> listed = new Settings(home).saved().channels();
        int place = listed.stream().map(Channel::name).toList().indexOf(name);
        return new Step.GiveBack(listed.get(place), place, version.name(), path);
    }

    /** What the journal will say. */
    static Deed deed(Step.GiveBack step) {
        return new Deed(
                Event.GIVEN_BACK,
                step.version(),
                step.channel().name(),
                "",
                step.channel().link(),
                Map.of());
    }

    /** Whether an exchange made this channel: only those of adoption have a line that numbers a version and names a channel. */
    private boolean exchanged(String channel) {
        return journal.stream()
                .filter(entry -> entry.channel().equals(channel))
                .filter(entry -> entry.event() == Event.ADOPTED || entry.event() == Event.GIVEN_BACK)
                .reduce((first, last) -> last)
                .filter(entry -> entry.figures().containsKey("sequence"))
                .isPresent();
    }

    /** Nothing else may need the version: it goes out of the repository. */
    private void requireLoose(Version version, Channel channel) throws ProblemException {
        List<Channel> others = inventory.channels().stream()
                .filter(c -> !c.name().equals(channel.name()))
                .toList();
        Optional<Retention.Need> need = new Retention(others, journal, inventory.versions(), Map.of()).need(version);
        if (need.isPresent()) {
            throw new ProblemException(Problem.of(
                    "channel.needed." + need.get().why().code(),
                    Problem.Category.REFUSED,
                    "object",
                    version.name(),
                    "by",
                    need.get().by()));
        }
    }

    private static void require(boolean fit, String code, String object, Channel channel) throws ProblemException {
        if (!fit) {
            throw new ProblemException(
                    Problem.of(code, Problem.Category.REFUSED, "object", object, "channel", channel.name()));
        }
    }
}
