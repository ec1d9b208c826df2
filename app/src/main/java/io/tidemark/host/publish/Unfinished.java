package io.tidemark.host.publish;

import io.tidemark.host.ssh.Verb;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.ProblemException;
import io.tidemark.store.Json;
import java.util.Optional;

/**
 * What a console or a host left that stopped in the middle, told by what lies there alone. A version that stands at its
 * public path gets its journal line; a channel that moved gets its own; a rollback that was begun is finished, and a switch
 * that was not made is forgotten.
 */
record Unfinished(CopySession session) {

    void settle() throws ProblemException, InterruptedException {
        Optional<Turn> turn = turn();
        if (turn.isPresent()) {
            settle(turn.get());
            session.refresh();
        }
        for (SealedThere version : session.state().sealed()) {
            if (!told(Event.SEALED, version.name(), "")) {
                String line = session.line(Event.SEALED, version.name(), "", "", "");
                session.change(Verb.COPY_RECORD, line, session.journalLength(), "staging/" + version.name());
                session.refresh();
            }
        }
    }

    private Optional<Turn> turn() throws ProblemException {
        byte[] file = session.state().outline().files().get(Turn.FILE);
        return file == null
                ? Optional.empty()
                : Optional.of(Json.read(file, Turn.class, Turn.FORMAT, session.place() + "/.tidemark/" + Turn.FILE));
    }

    private void settle(Turn turn) throws ProblemException, InterruptedException {
        boolean documents =
                session.state().papers().set(turn.channel(), turn.text()).isPresent();
        if (documents) {
            settleDocuments(turn);
        } else {
            settleLink(turn);
        }
    }

    /** Of several documents some may have their places; all take them again. */
    private void settleDocuments(Turn turn) throws ProblemException, InterruptedException {
        boolean begun = session.state().target(turn.channel()).equals(Optional.of(turn.version()));
        boolean told = lastSays(turn.rollback() ? Event.ROLLED_BACK : Event.PROMOTED, turn);
        if (told || !(begun || turn.rollback()) || !shown(turn)) {
            session.change(Verb.COPY_FORGET, Turn.FILE);
        }
    }

    /** Whether it could be done; not if somebody took a file away that it names. */
    private boolean shown(Turn turn) throws ProblemException, InterruptedException {
        try {
            new Showing(session).carryOut(turn);
            return true;
        } catch (ProblemException missing) {
            if (!missing.problem().code().equals("host.document-files")) {
                throw missing;
            }
            return false;
        }
    }

    private void settleLink(Turn turn) throws ProblemException, InterruptedException {
        if (session.state().target(turn.channel()).equals(Optional.of(turn.version()))) {
            Event event = turn.rollback() ? Event.ROLLED_BACK : Event.PROMOTED;
            if (lastSays(event, turn)) {
                session.change(Verb.COPY_FORGET, Turn.FILE);
            } else {
                String line = session.line(event, turn.version(), turn.channel(), turn.from(), turn.reason());
                session.change(Verb.COPY_RECORD, line, session.journalLength(), Turn.FILE);
            }
        } else if (turn.rollback() && session.state().version(turn.version()).isPresent()) {
            new Turning(session).carryOut(turn);
        } else {
            session.change(Verb.COPY_FORGET, Turn.FILE);
        }
    }

    private boolean lastSays(Event event, Turn turn) {
        return session.state()
                .journal()
                .last()
                .map(line -> line.entry())
                .filter(entry -> entry.event() == event
                        && entry.version().equals(turn.version())
                        && entry.channel().equals(turn.channel())
                        && entry.from().equals(turn.from()))
                .isPresent();
    }

    private boolean told(Event event, String version, String channel) {
        return session.state().told().stream().anyMatch(entry -> says(entry, event, version, channel));
    }

    private static boolean says(JournalEntry entry, Event event, String version, String channel) {
        return entry.event() == event
                && entry.version().equals(version)
                && entry.channel().equals(channel);
    }
}
