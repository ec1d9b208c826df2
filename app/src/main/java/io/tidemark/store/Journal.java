package io.tidemark.store;

import io.tidemark.model.JournalEntry;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The append-only history of a repository. Readers see complete lines only; a last line that a crash tore is cut off by
 * the next writer. A chain that is broken can still be read, but nothing is added to it. Appending is for the holder of the
 * lock.
 */
final class Journal {

    static final int LARGEST = 1 << 30;

    private static final byte[] NAME = Disk.raw(Layout.JOURNAL);

    private final Home home;

    Journal(Home home) {
        this.home = home;
    }

    /**
     * All lines in order, those of journals set aside before this one first. Behind a break those that still vouch for
     * themselves.
     */
    List<JournalEntry> read() throws ProblemException {
        JournalChain chain = chain();
        List<JournalEntry> told = new ArrayList<>(new JournalAside(home).before(chain));
        told.addAll(chain.told());
        return told;
    }

    /** What is wrong with the chain, naming the first wrong line ({@code store.journal}); empty if it is whole. */
    Optional<Problem> broken() throws ProblemException {
        return chain().broken().map(this::problem);
    }

    /** Bytes after the last complete line: what a crash left of a line. */
    int torn() throws ProblemException {
        return whole().torn();
    }

    /** Cuts off what a crash left of a line. */
    void repair() throws ProblemException {
        JournalChain chain = whole();
        if (chain.torn() > 0) {
            try (OpenFile file = home.disk.write(home.own, NAME)) {
                file.truncate(chain.length());
                file.fsync();
            }
        }
    }

    /** Whether there is a journal at all. */
    boolean exists() throws ProblemException {
        return home.disk.stat(home.own, NAME).isPresent();
    }

    /** Makes an empty journal. */
    void create() throws ProblemException {
        home.replace(home.own, Layout.JOURNAL, new byte[0]);
    }

    /** The number of the last line, 0 if there is none. */
    long last() throws ProblemException {
        return whole().last().map(line -> line.entry().sequence()).orElse(0L);
    }

    /** Adds lines; all of them are durable on return, or none is there. */
    List<JournalEntry> append(List<Deed> deeds, String actor, Clock clock) throws ProblemException {
        JournalChain chain = whole();
        List<JournalEntry> entries = new ArrayList<>();
        byte[] lines = lines(deeds, chain, entries, actor, clock);
        home.reserve.spend(() -> {
            write(lines, chain.length());
            return null;
        });
        return entries;
    }

    private static byte[] lines(
            List<Deed> deeds, JournalChain chain, List<JournalEntry> entries, String actor, Clock clock) {
        long sequence = chain.last().map(l -> l.entry().sequence()).orElse(0L);
        String previous = chain.last().map(JournalLine::digest).orElse(JournalLine.NONE);
        byte[] lines = new byte[0];
        for (Deed deed : deeds) {
            JournalEntry entry = deed.entry(++sequence, clock.instant(), actor);
            byte[] line = JournalLine.write(entry, previous);
            previous = JournalLine.digestOf(line);
            entries.add(entry);
            lines = Arrays.copyOf(lines, lines.length + line.length);
            System.arraycopy(line, 0, lines, lines.length - line.length, line.length);
        }
        return lines;
    }

    private void write(byte[] lines, long at) throws ProblemException {
        try (OpenFile file = home.disk.write(home.own, NAME)) {
            try {
                file.write(lines, 0, lines.length, at);
                file.fsync();
            } catch (ProblemException e) {
                takeBack(file, at, e);
                throw e;
            }
        }
    }

    /** What may have been written goes away again; where even that fails, nobody knows what will be read later. */
    private static void takeBack(OpenFile file, long at, ProblemException cause) throws ProblemException {
        try {
            file.truncate(at);
            file.fsync();
        } catch (ProblemException e) {
            cause.addSuppressed(e);
            throw new ProblemException(cause.problem().in(Problem.State.UNKNOWN), cause);
        }
    }

    /** What is there; an empty chain if there is no journal. */
    private JournalChain chain() throws ProblemException {
        return JournalChain.read(home.read(home.own, Layout.JOURNAL, LARGEST).orElse(new byte[0]), path());
    }

    private JournalChain whole() throws ProblemException {
        JournalChain chain = chain();
        if (chain.broken().isPresent()) {
            throw new ProblemException(problem(chain.broken().get()));
        }
        return chain;
    }

    private Problem problem(JournalChain.Break broken) {
        return Problem.of("store.journal", Problem.Category.REFUSED, "object", path(), "line", broken.line())
                .with(broken.why());
    }

    private String path() {
        return home.own.path(NAME);
    }
}
