package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.Channel;
import io.tidemark.model.Hold;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks whether files may take their public places as asked, and lets them. */
final class Publications {

    private static final int DIRECTORY_MODE = 0755;
    private static final long SECOND = 1_000_000_000L;

    private final Workbench bench;
    private final Home home;
    private final Inventory inventory;

    Publications(Workbench bench) throws ProblemException {
        this.bench = bench;
        this.home = bench.home;
        this.inventory = new Inventory(home);
    }

    /** Publishes as a whole. */
    void publish(Publication wanted, JobContext job) throws ProblemException, InterruptedException {
        List<Deed> deeds = new ArrayList<>();
        Map<String, Step.Held> holds = new LinkedHashMap<>();
        Map<String, String> created = new LinkedHashMap<>();
        for (Publication.Turn turn : wanted.turns()) {
            Optional<Channel> known = channel(turn.channel());
            requireFree(known, turn);
            requireMember(wanted, turn);
            requirePublishable(turn, job);
            if (known.isEmpty()) {
                created.put(turn.channel(), LinkPlace.of(home.path, turn.link()).link());
            }
            holds(known, turn, holds);
            deeds.addAll(deeds(known, turn));
        }
        deeds.add(Deed.of(
                Event.PUBLISHED, "", "", Map.of("files", (long) wanted.files().size(), "removed", (long)
                        wanted.removals().size())));
        Step.Publish step = new Step.Publish(
                placed(wanted.files()),
                paths(wanted.removals()),
                new SeriesList(home).text(),
                SeriesList.encode(wanted.series()),
                holds,
                created);
        home.own.syncfs();
        job.checkpoint();
        bench.carryOut(step, deeds, new Publishing(home, step, bench.remover()));
    }

    private Optional<Channel> channel(String name) {
        return inventory.channels().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    private static void requireFree(Optional<Channel> known, Publication.Turn turn) throws ProblemException {
        if (known.isPresent() && known.get().hold().isPresent() && !turn.rollback()) {
            throw Flips.held(known.get(), known.get().hold().get());
        }
    }

    private static void requireMember(Publication wanted, Publication.Turn turn) throws ProblemException {
        List<String> members = wanted.series().getOrDefault(turn.channel(), List.of());
        if (members.isEmpty() || !members.getLast().equals(turn.version())) {
            throw new ProblemException(Problem.of(
                    "channel.not-leading", Problem.Category.BUG, "object", turn.version(), "channel", turn.channel()));
        }
    }

    private void requirePublishable(Publication.Turn turn, JobContext job)
            throws ProblemException, InterruptedException {
        VersionState state = inventory.version(turn.version()).state();
        if (state == VersionState.STAGED || state == VersionState.QUARANTINED) {
            String code = state == VersionState.STAGED ? "channel.staged" : "channel.quarantined";
            throw new ProblemException(
                    Problem.of(code, Problem.Category.REFUSED, "object", turn.version(), "channel", turn.channel()));
        }
        if (state == VersionState.SEALED) {
            LedgerGuard.require(bench, bench.records.get(turn.version()), job);
        }
    }

    private void holds(Optional<Channel> known, Publication.Turn turn, Map<String, Step.Held> holds) {
        if (turn.hold()) {
            Hold hold = new Hold(bench.clock.instant(), bench.actor, turn.reason());
            holds.put(turn.channel(), new Step.Held(known.flatMap(Channel::hold), Optional.of(hold)));
        }
    }

    private static List<Deed> deeds(Optional<Channel> known, Publication.Turn turn) {
        String from = known.flatMap(Channel::target).orElse("");
        List<Deed> deeds = new ArrayList<>();
        if (!from.equals(turn.version())) {
            Event event = turn.rollback() ? Event.ROLLED_BACK : Event.PROMOTED;
            deeds.add(new Deed(event, turn.version(), turn.channel(), from, turn.reason(), Map.of()));
        }
        if (turn.hold()) {
            deeds.add(new Deed(Event.HELD, turn.version(), turn.channel(), "", turn.reason(), Map.of()));
        }
        return deeds;
    }

    private List<Step.Placed> placed(List<Publication.Placement> files) throws ProblemException {
        List<Step.Placed> placed = new ArrayList<>();
        for (Publication.Placement file : files) {
            String path = StagedNames.path(file.path());
            directories(StagedArea.directory(path));
            requireFile(path);
            younger(file.product(), path);
            placed.add(new Step.Placed(file.product(), path, inode(file.product())));
        }
        return placed;
    }

    /**
     * Web servers tell a file from the one before by its size and its time in seconds: what takes the place of another file
     * is younger than that by a second at least, or clients would be told that nothing changed.
     */
    private void younger(String product, String path) throws ProblemException {
        Optional<Stat> there = new PublishingPlace(home, path).stat();
        if (there.isPresent()) {
            try (Dir products = home.dir(Layout.PRODUCTS);
                    OpenFile file = home.disk.read(products, Disk.raw(StagedNames.path(product)))) {
                long before = there.get().mtime() / SECOND;
                if (file.stat().mtime() / SECOND <= before) {
                    file.utime((before + 1) * SECOND);
                }
            }
        }
    }

    private static List<String> paths(List<String> paths) throws ProblemException {
        for (String path : paths) {
            StagedNames.path(path);
        }
        return paths;
    }

    private long inode(String product) throws ProblemException {
        try (Dir products = home.dir(Layout.PRODUCTS)) {
            return home.disk
                    .stat(products, Disk.raw(StagedNames.path(product)))
                    .filter(Stat::isFile)
                    .orElseThrow(() -> new ProblemException(
                            Problem.of("store.missing", Problem.Category.BUG, "object", product, "path", product)))
                    .inode();
        }
    }

    /** Somebody else's directory or link of that name is not replaced. */
    private void requireFile(String path) throws ProblemException {
        Optional<Stat> there = new PublishingPlace(home, path).stat();
        if (there.isPresent() && !there.get().isFile()) {
            throw new ProblemException(Problem.of(
                    "store.in-the-way",
                    Problem.Category.REFUSED,
                    "object",
                    home.path.resolve(path).toString(),
                    "path",
                    home.path.resolve(path).toString()));
        }
    }

    private void directories(String directory) throws ProblemException {
        if (directory.isEmpty()) {
            return;
        }
        directories(StagedArea.directory(directory));
        PublishingPlace place = new PublishingPlace(home, directory);
        if (place.stat().isEmpty()) {
            try (Dir parent = place.parent()) {
                home.disk.mkdir(parent, place.name(), DIRECTORY_MODE);
                parent.fsync();
            }
        }
    }
}
