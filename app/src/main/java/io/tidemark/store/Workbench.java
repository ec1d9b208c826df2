package io.tidemark.store;

import io.tidemark.model.JournalEntry;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one writing session works with while it holds the lock. Changes that a crash could leave half-done are carried out
 * here: the intent is durable first, then the change is made, then the journal says so.
 */
final class Workbench {

    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

    final Home home;
    final Disk disk;
    final Journal journal;
    final Intents intents;
    final Records records;
    final Ledger ledger;
    final Clock clock;
    final String actor;

    /** A bench for the holder of the lock; what a crash left of the ledger is put right. */
    Workbench(Home home, String actor, Clock clock) throws ProblemException {
        this.home = home;
        this.disk = home.disk;
        this.journal = new Journal(home);
        this.intents = new Intents(home);
        this.records = new Records(home);
        this.ledger = Ledger.open(home);
        this.clock = clock;
        this.actor = actor;
    }

    /**
     * Makes a change as a whole. If it fails it is undone before the problem is thrown; if that fails too, the intent
     * stays for the next recovery and the problem says that the outcome is unknown. What an earlier change of this
     * session left so is recovered first.
     */
    void carryOut(Step step, List<Deed> deeds, Doer doer) throws ProblemException {
        home.reserve.offer();
        if (!intents.all().isEmpty()) {
            new Recovery(this).run();
        }
        long after = journal.last();
        String name = file(new Intent(Intent.FORMAT, actor, clock.instant(), after, deeds, step));
        try {
            doer.act();
            journal.append(deeds, actor, clock);
        } catch (ProblemException e) {
            throw new ProblemException(undone(e, doer, name, after), e);
        }
        settle(doer, name);
    }

    /** Files the intent; if that fails after it has a name, it loses the name again, for nothing was begun. */
    private String file(Intent intent) throws ProblemException {
        try {
            intents.file(intent);
        } catch (ProblemException e) {
            throw new ProblemException(unfiled(e, Intents.name(intent)), e);
        }
        return Intents.name(intent);
    }

    private Problem unfiled(ProblemException cause, String name) {
        try {
            intents.clear(name);
            return cause.problem();
        } catch (ProblemException e) {
            cause.addSuppressed(e);
            return cause.problem().in(Problem.State.UNKNOWN);
        }
    }

    /** The number that the next version gets: higher than any that was ever given, pruned versions included. */
    long nextSequence() throws ProblemException {
        long given = journal.read().stream()
                .mapToLong(entry -> entry.figures().getOrDefault("sequence", 0L))
                .max()
                .orElse(0);
        long kept =
                records.all().stream().mapToLong(VersionRecord::sequence).max().orElse(0);
        return Math.max(given, kept) + 1;
    }

    /** Removes files that versions may share. */
    Remover remover() {
        return ledger;
    }

    /** Adds lines to the journal about something that needs no intent. */
    List<JournalEntry> note(Deed... deeds) throws ProblemException {
        return journal.append(List.of(deeds), actor, clock);
    }

    private void settle(Doer doer, String name) throws ProblemException {
        try {
            doer.tidy();
        } catch (ProblemException e) {
            throw new ProblemException(e.problem().in(Problem.State.DONE_BUT), e);
        }
        try {
            intents.clear(name);
        } catch (ProblemException e) {
            LOG.debug("intent {} stays until the next recovery", name, e);
        }
    }

    private Problem undone(ProblemException cause, Doer doer, String name, long after) {
        try {
            if (journal.last() > after) {
                return cause.problem().in(Problem.State.UNKNOWN);
            }
            doer.undo();
            intents.clear(name);
            return cause.problem();
        } catch (ProblemException e) {
            cause.addSuppressed(e);
            return cause.problem().in(Problem.State.UNKNOWN);
        }
    }
}
