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
 * the next writer. Appending is for the holder of the lock.
 */
final class Journal {

    private static final byte[] NAME = Disk.raw(Layout.JOURNAL);
    private static final int LARGEST = 1 << 30;

    private final Home home;

    Journal(Home home) {
        this.home = home;
    }

    /**
     * All lines in order.
     *
     * @throws ProblemException {@code store.journal} if the chain is broken, naming the first wrong line
     */
    List<JournalEntry> read() throws ProblemException {
        return content().lines.stream().map(JournalLine::entry).toList();
    }

    /** Bytes after the last complete line: what a crash left of a line. */
    int torn() throws ProblemException {
        return content().torn;
    }

    /** Cuts off what a crash left of a line. */
    void repair() throws ProblemException {
        Content content = content();
        if (content.torn > 0) {
            try (OpenFile file = home.disk.write(home.own, NAME)) {
                file.truncate(content.length);
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
        return content().last().map(line -> line.entry().sequence()).orElse(0L);
    }

    /** Adds lines; all of them are durable on return, or none is there. */
    List<JournalEntry> append(List<Deed> deeds, String actor, Clock clock) throws ProblemException {
        Content content = content();
        List<JournalEntry> entries = new ArrayList<>();
        byte[] lines = lines(deeds, content, entries, actor, clock);
        home.reserve.spend(() -> {
            write(lines, content.length);
            return null;
        });
        return entries;
    }

    private static byte[] lines(
            List<Deed> deeds, Content content, List<JournalEntry> entries, String actor, Clock clock) {
        long sequence = content.last().map(l -> l.entry().sequence()).orElse(0L);
        String previous = content.last().map(JournalLine::digest).orElse(JournalLine.NONE);
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

    private Content content() throws ProblemException {
        Optional<byte[]> bytes = home.read(home.own, Layout.JOURNAL, LARGEST);
        if (bytes.isEmpty()) {
            throw new ProblemException(broken(1, "there is no journal"));
        }
        return parse(bytes.get());
    }

    private Content parse(byte[] bytes) throws ProblemException {
        List<JournalLine> lines = new ArrayList<>();
        String previous = JournalLine.NONE;
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                JournalLine line = line(Arrays.copyOfRange(bytes, from, at), previous, lines.size() + 1);
                lines.add(line);
                previous = line.digest();
                from = at + 1;
            }
        }
        requireTorn(Arrays.copyOfRange(bytes, from, bytes.length), lines.size() + 1);
        return new Content(lines, from, bytes.length - from);
    }

    /** A crash leaves the beginning of a line; a whole line with anything but its end behind it was damaged. */
    private void requireTorn(byte[] rest, int number) throws ProblemException {
        for (int end = rest.length - 1; end > 0; end--) {
            if (rest[end - 1] == '}' && vouched(Arrays.copyOf(rest, end))) {
                throw new ProblemException(broken(number, "it does not end as a line does"));
            }
        }
    }

    private boolean vouched(byte[] line) {
        try {
            return !JournalLine.read(line, path()).digest().isEmpty();
        } catch (ProblemException e) {
            return false;
        }
    }

    private JournalLine line(byte[] bytes, String previous, int number) throws ProblemException {
        JournalLine line;
        try {
            line = JournalLine.read(bytes, path());
        } catch (ProblemException e) {
            throw new ProblemException(broken(number, e.problem().details()), e);
        }
        if (!line.previous().equals(previous) || line.entry().sequence() != number) {
            throw new ProblemException(broken(number, "it does not follow the line before"));
        }
        return line;
    }

    private Problem broken(int line, String why) {
        return Problem.of("store.journal", Problem.Category.REFUSED, "object", path(), "line", line)
                .with(why);
    }

    private String path() {
        return home.own.path(NAME);
    }

    private record Content(List<JournalLine> lines, int length, int torn) {

        Optional<JournalLine> last() {
            return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast());
        }
    }
}
