package io.tidemark.store;

import io.tidemark.model.JournalEntry;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finishes or undoes what a crash left behind, from the state of the disk alone. Doing it twice changes nothing. For the
 * holder of the lock.
 */
final class Recovery {

    private static final List<String> WORK = List.of(Layout.INTENT, Layout.TRASH, Layout.TEMPORARY);

    private final Workbench bench;
    private final Home home;

    Recovery(Workbench bench) {
        this.bench = bench;
        this.home = bench.home;
    }

    /** Whether anything is left to finish or undo, as far as a reader can tell. */
    static boolean needed(Home home) throws ProblemException {
        for (String name : WORK) {
            try (Dir dir = home.dir(name)) {
                if (!home.disk.list(dir).isEmpty()) {
                    return true;
                }
            }
        }
        if (Ledger.interrupted(home)) {
            return true;
        }
        Journal journal = new Journal(home);
        return !journal.exists() || journal.torn() > 0;
    }

    /** Does it. */
    void run() throws ProblemException {
        repairJournal();
        for (Intents.Filed filed : bench.intents.all()) {
            recover(filed);
        }
        new Trash(home, bench.remover()).empty();
        sweep();
    }

    private void repairJournal() throws ProblemException {
        if (!bench.journal.exists()) {
            bench.journal.create();
            say("journal", Map.of());
        }
        int torn = bench.journal.torn();
        if (torn > 0) {
            bench.journal.repair();
            say("journal", Map.of("torn", (long) torn));
        }
    }

    private void recover(Intents.Filed filed) throws ProblemException {
        Intent intent = filed.intent();
        Doer doer = Steps.doer(bench, intent.step());
        List<Deed> missing = missing(intent);
        boolean finish = missing.isEmpty() ? !intent.deeds().isEmpty() : doer.begun();
        if (finish) {
            finish(intent, doer, missing);
            bench.intents.clear(filed.name());
        } else {
            doer.undo();
            bench.intents.clear(filed.name());
            say(name(intent), Map.of("undone", 1L));
        }
    }

    private void finish(Intent intent, Doer doer, List<Deed> missing) throws ProblemException {
        if (!missing.isEmpty()) {
            doer.act();
            bench.journal.append(missing, intent.actor(), bench.clock);
            say(name(intent), Map.of("finished", 1L));
        }
        doer.tidy();
    }

    private List<Deed> missing(Intent intent) throws ProblemException {
        List<JournalEntry> since = bench.journal.read().stream()
                .filter(entry -> entry.sequence() > intent.after())
                .toList();
        List<Deed> missing = new ArrayList<>(intent.deeds());
        missing.removeIf(deed -> since.stream().anyMatch(deed::saidBy));
        return missing;
    }

    /** Removes what was being made aside: it never came to be used. */
    private void sweep() throws ProblemException {
        try (Dir dir = home.dir(Layout.TEMPORARY)) {
            new Removal(home.disk, bench.remover()).empty(dir);
        }
    }

    private void say(String what, Map<String, Long> figures) throws ProblemException {
        bench.note(Deed.of(Event.RECOVERED, "", what, figures));
    }

    private static String name(Intent intent) {
        return intent.step().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
