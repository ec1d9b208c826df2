package io.tidemark.store;

import io.tidemark.model.Channel;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Names;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks whether a plain directory may become a channel, and exchanges it for a link. */
final class Exchanges {

    private final Workbench bench;
    private final Home home;

    Exchanges(Workbench bench) {
        this.bench = bench;
        this.home = bench.home;
    }

    /** Turns the directory at the public path into a version and a link. */
    void exchange(String publicPath, String version) throws ProblemException {
        Names.requireVersion(version);
        LinkPlace place = LinkPlace.of(home.path, publicPath);
        requireNew(version);
        Optional<Channel> known = new Settings(home)
                .saved().channels().stream()
                        .filter(c -> c.link().equals(publicPath))
                        .findFirst();
        String channel = known.isPresent() ? known.get().name() : Names.requireLink(lastName(publicPath));
        Step.Exchange step = new Step.Exchange(channel, publicPath, record(place, version), known.isEmpty());
        Map<String, Long> figures = Map.of("sequence", step.record().sequence());
        Deed deed = new Deed(Event.ADOPTED, version, channel, "", "", figures);
        bench.carryOut(step, List.of(deed), new Exchanging(home, step));
    }

    private void requireNew(String version) throws ProblemException {
        boolean taken =
                new Inventory(home).versions().stream().anyMatch(v -> v.name().equals(version));
        if (taken || home.disk.stat(home.root, Disk.raw(version)).isPresent()) {
            throw new ProblemException(Problem.of("store.version-exists", Problem.Category.USAGE, "object", version));
        }
    }

    private VersionRecord record(LinkPlace place, String version) throws ProblemException {
        try (Dir parent = place.open(home.disk, home.root)) {
            if (home.disk.stat(parent, place.name()).filter(Stat::isDirectory).isEmpty()) {
                throw new ProblemException(Problem.of(
                        "channel.not-directory", Problem.Category.USAGE, "object", parent.path(place.name())));
            }
            try (Dir tree = home.disk.open(parent, place.name())) {
                return VersionRecord.adopted(
                        version, version, bench.nextSequence(), bench.actor, Age.of(home.disk, tree));
            }
        }
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
