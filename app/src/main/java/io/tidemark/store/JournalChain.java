package io.tidemark.store;

import io.tidemark.model.JournalEntry;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of a journal, read: the lines as far as each follows the one before, and where that ends, if it does not reach
 * the end. The first line follows nothing, or names the digest of a broken journal that was set aside.
 *
 * @param lines those that follow one another from the first on
 * @param told those and, behind a break, the lines that still vouch for themselves: good enough to show and to choose by
 * @param length bytes up to the end of the last complete line
 * @param torn bytes after it: what a crash left of a line
 * @param lineEnds how many line ends there are
 */
public record JournalChain(
        List<JournalLine> lines, List<JournalEntry> told, int length, int torn, int lineEnds, Optional<Break> broken) {

    /** Reads a journal. */
    public static JournalChain read(byte[] bytes, String path) {
        Reading reading = new Reading(path);
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                reading.take(Arrays.copyOfRange(bytes, from, at));
                from = at + 1;
            }
        }
        reading.end(Arrays.copyOfRange(bytes, from, bytes.length));
        return new JournalChain(
                reading.lines, reading.told, from, bytes.length - from, reading.number, reading.broken());
    }

    /** The last line of those that follow one another. */
    public Optional<JournalLine> last() {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast());
    }

    /** The digest of the journal that was set aside before this one began. */
    Optional<String> aside() {
        return lines.stream().findFirst().map(JournalLine::previous).filter(digest -> !digest.equals(JournalLine.NONE));
    }

    /**
     * The first place where a line does not follow the one before.
     *
     * @param line its number, from 1
     */
    public record Break(int line, String why) {}

    /** Takes lines one by one. */
    private static final class Reading {
        private final String path;
        private final List<JournalLine> lines = new ArrayList<>();
        private final List<JournalEntry> told = new ArrayList<>();
        private int number;
        private Break found;

        Reading(String path) {
            this.path = path;
        }

        Optional<Break> broken() {
            return Optional.ofNullable(found);
        }

        void take(byte[] bytes) {
            number++;
            JournalLine line;
            try {
                line = JournalLine.read(bytes, path);
            } catch (ProblemException e) {
                mark(number, e.problem().details());
                return;
            }
            if (found == null && !follows(line)) {
                mark(number, "it does not follow the line before");
            }
            if (found == null) {
                lines.add(line);
            }
            tell(line.entry());
        }

        /** A crash leaves the beginning of a line; a whole line with anything but its end behind it was damaged. */
        void end(byte[] rest) {
            for (int end = rest.length - 1; end > 0; end--) {
                if (rest[end - 1] == '}' && vouched(Arrays.copyOf(rest, end))) {
                    mark(number + 1, "it does not end as a line does");
                }
            }
        }

        private void mark(int line, String why) {
            if (found == null) {
                found = new Break(line, why);
            }
        }

        private void tell(JournalEntry entry) {
            if (told.isEmpty() || told.getLast().sequence() < entry.sequence()) {
                told.add(entry);
            }
        }

        private boolean follows(JournalLine line) {
            if (!lines.isEmpty()) {
                JournalLine before = lines.getLast();
                return line.previous().equals(before.digest())
                        && line.entry().sequence() == before.entry().sequence() + 1;
            }
            return line.previous().equals(JournalLine.NONE)
                    ? line.entry().sequence() == 1
                    : line.entry().event() == Event.RECOVERED
                            && line.entry().from().equals(line.previous());
        }

        private boolean vouched(byte[] line) {
            try {
                return !JournalLine.read(line, path).digest().isEmpty();
            } catch (ProblemException e) {
                return false;
            }
        }
    }
}
