package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.Hold;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writing to a repository on this machine, under its lock. */
final class DiskSession implements WriteSession {

    private static final Logger LOG = LoggerFactory.getLogger(DiskSession.class);

    private final DiskRepository repository;
    private final WriteLock lock;
    private final Workbench bench;
    private final Optional<Problem> aside;
    private final List<StagedVersion> staged = new ArrayList<>();

    private DiskSession(DiskRepository repository, WriteLock lock, Workbench bench, Optional<Problem> aside) {
        this.repository = repository;
        this.lock = lock;
        this.bench = bench;
        this.aside = aside;
    }

    /**
     * Takes the lock, recovers, and opens for writing. The home is closed with the session.
     *
     * @param urgent whether a broken journal is set aside instead of being in the way
     */
    static DiskSession begin(DiskRepository repository, Home home, Holder holder, Clock clock, boolean urgent)
            throws ProblemException {
        try {
            new Settings(home).saved();
            Roots.requireLocal(home.root);
            WriteLock lock = WriteLock.take(home, holder);
            return recovered(repository, lock, () -> new Workbench(home, holder.actor(), clock), urgent);
        } catch (ProblemException | RuntimeException | Error e) {
            home.close();
            throw e;
        }
    }

    /** Recovers if there is anything to recover and nobody writes. What cannot be done now waits for the next writer. */
    static void recover(Home home, Holder holder, Clock clock) {
        try {
            if (Recovery.needed(home)) {
                Optional<WriteLock> lock = WriteLock.tryTake(home, holder);
                if (lock.isPresent()) {
                    try (WriteLock held = lock.get()) {
                        LOG.debug("recovering {} under {}", home.path, held);
                        Workbench bench = new Workbench(home, holder.actor(), clock);
                        new Recovery(bench).run();
                        bench.ledger.close();
                    }
                }
            }
        } catch (ProblemException e) {
            LOG.debug("{} could not be recovered yet", home.path, e);
        }
    }

    private static DiskSession recovered(
            DiskRepository repository, WriteLock lock, Reserve.Work<Workbench> opening, boolean urgent)
            throws ProblemException {
        try {
            Workbench bench = opening.run();
            Optional<Problem> aside =
                    urgent ? new JournalAside(bench.home).set(bench.actor, bench.clock) : Optional.empty();
            new Recovery(bench).run();
            bench.home.reserve.fill();
            return new DiskSession(repository, lock, bench, aside);
        } catch (ProblemException | RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public DiskRepository store() {
        return repository;
    }

    @Override
    public Optional<Problem> setAside() {
        return aside;
    }

    @Override
    public Staging stage(String name) throws ProblemException {
        bench.home.reserve.keep();
        StagedVersion version = StagedVersion.open(bench, name);
        staged.add(version);
        return version;
    }

    @Override
    public void restage(String from, String to) throws ProblemException {
        StagedVersion.rename(bench, from, to);
    }

    @Override
    public void discard(String version) throws ProblemException {
        bench.home.reserve.offer();
        StagedVersion.discard(bench, version);
    }

    @Override
    public Version snapshot(String from, String to, JobContext job) throws ProblemException, InterruptedException {
        bench.home.reserve.keep();
        return new Snapshot(bench, to, job).of(from);
    }

    @Override
    public Version enlist(String version, String path) throws ProblemException {
        bench.home.reserve.keep();
        return new Enlistment(bench).enlist(version, path);
    }

    @Override
    public Version sealAdopted(String version, VersionFacts facts, Map<String, String> identities, JobContext job)
            throws ProblemException, InterruptedException {
        bench.home.reserve.keep();
        return new SealingAdopted(bench, job).seal(version, facts, identities);
    }

    @Override
    public List<String> verify(String version, JobContext job) throws ProblemException, InterruptedException {
        return new VerifyVersion(bench, job).run(version);
    }

    @Override
    public long shareCopies(boolean dryRun, JobContext job) throws ProblemException, InterruptedException {
        bench.home.reserve.keep();
        return dryRun ? repository.shareable(job) : new SharingCopies(bench, job).run();
    }

    @Override
    public void describe(String version, VersionFacts facts, Map<String, String> identities) throws ProblemException {
        bench.records.get(version);
        SealedFacts.write(bench.home, version, facts, identities);
    }

    @Override
    public Optional<String> flip(WriteSession.Flip flip, JobContext job) throws ProblemException, InterruptedException {
        job.checkpoint();
        return new Flips(bench).flip(flip, job);
    }

    @Override
    public Path products() throws ProblemException {
        bench.home.ensure(bench.home.own, Layout.PRODUCTS);
        return bench.home.path.resolve(Layout.OWN, Layout.PRODUCTS);
    }

    @Override
    public void product(String name, byte[] content) throws ProblemException {
        bench.home.ensure(bench.home.own, Layout.PRODUCTS);
        new Products(bench.home).put(name, content);
    }

    @Override
    public void publish(Publication publication, JobContext job) throws ProblemException, InterruptedException {
        job.checkpoint();
        new Publications(bench).publish(publication, job);
    }

    @Override
    public void release(String channel, String reason) throws ProblemException {
        Hold hold = new Settings(bench.home).holds().get(channel);
        if (hold == null) {
            throw new ProblemException(Problem.of("channel.not-held", Problem.Category.USAGE, "object", channel));
        }
        Step.Release step = new Step.Release(channel, hold);
        Deed deed = new Deed(Event.RELEASED, "", channel, "", reason, Map.of());
        bench.carryOut(step, List.of(deed), new Releasing(bench.home, step));
    }

    @Override
    public void pin(String version, String reason) throws ProblemException {
        new Inventory(bench.home).version(version);
        Map<String, String> pins = new TreeMap<>(saved().pins());
        pins.put(version, reason);
        save(Settings.withPins(saved(), pins), Deed.of(Event.PINNED, version, reason, Map.of()));
    }

    @Override
    public void unpin(String version) throws ProblemException {
        Map<String, String> pins = new TreeMap<>(saved().pins());
        if (pins.remove(version) == null) {
            throw new ProblemException(Problem.of("store.not-pinned", Problem.Category.USAGE, "object", version));
        }
        save(Settings.withPins(saved(), pins), Deed.of(Event.UNPINNED, version, "", Map.of()));
    }

    @Override
    public void configure(RepositoryConfig config) throws ProblemException {
        new ConfigRules(saved()).require(config, bench.home.path);
        save(config, Deed.of(Event.CONFIGURED, ""));
    }

    @Override
    public long prune(List<String> versions, JobContext job) throws ProblemException, InterruptedException {
        return new Prunes(bench).prune(versions, job);
    }

    @Override
    public void quarantine(String version, List<String> paths) throws ProblemException {
        new Quarantine(bench).shut(version, paths);
    }

    @Override
    public void exchange(String publicPath, String version) throws ProblemException {
        new Exchanges(bench).exchange(publicPath, version);
    }

    @Override
    public void giveBack(String channel, JobContext job) throws ProblemException, InterruptedException {
        Step.GiveBack step = new GiveBacks(bench.home).step(channel, job);
        bench.carryOut(step, List.of(GiveBacks.deed(step)), new GivingBack(bench.home, step, bench.remover()));
    }

    @Override
    public void note(String name, byte[] content) throws ProblemException {
        new Notes(bench.home).write(name, content);
    }

    @Override
    public void saveRecipe(String id, String place, String text, int mode) throws ProblemException {
        bench.home.reserve.keep();
        new RecipeSaving(bench).save(id, place, text, mode);
    }

    @Override
    public void journalFailure(String operation, String what) throws ProblemException {
        bench.home.reserve.offer();
        bench.note(Deed.of(Event.FAILED, operation + ": " + what));
    }

    @Override
    public void journalPublished(String version, String channel, String host) throws ProblemException {
        bench.note(new Deed(Event.PUBLISHED, version, channel, "", host, Map.of()));
    }

    @Override
    public void close() {
        staged.forEach(StagedVersion::close);
        try (Home home = bench.home;
                WriteLock held = lock;
                Ledger ledger = bench.ledger) {
            LOG.debug("leaving {} after {} and {}", home.path, held, ledger);
            home.reserve.refill();
        } catch (ProblemException e) {
            LOG.debug("the reserve could not be filled again", e);
        }
    }

    private RepositoryConfig saved() throws ProblemException {
        return new Settings(bench.home).saved();
    }

    private void save(RepositoryConfig config, Deed deed) throws ProblemException {
        byte[] before = new Settings(bench.home).bytes();
        Step.Replace step = Replacing.settings(before, Settings.encode(config));
        if (!step.before().equals(step.after())) {
            bench.carryOut(step, List.of(deed), new Replacing(bench.home, step));
        }
    }
}
