package io.tidemark.store;

import io.tidemark.model.JournalEntry;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Broken journals that were set aside so that work could go on: kept byte for byte in {@code .tidemark/} under a name with
 * their digest, which the first line of the next journal names. Setting aside is for the holder of the lock; a crash within
 * it leaves the broken journal in its place, and perhaps under its new name too.
 */
final class JournalAside {

    private static final int SHORT = 16;
    private static final String LINE = "line";
    private static final String LINES = "lines";

    /** What says that every byte of a version was read. */
    private static final Set<Event> READ = Set.of(Event.VERIFIED, Event.SEALED);

    private final Home home;

    JournalAside(Home home) {
        this.home = home;
    }

    /**
     * Keeps the broken journal under another name and begins a new one.
     *
     * @return what was wrong and where the old one is kept; empty if the journal is whole
     */
    Optional<Problem> set(String actor, Clock clock) throws ProblemException {
        Optional<byte[]> bytes = home.read(home.own, Layout.JOURNAL, Journal.LARGEST);
        JournalChain chain = JournalChain.read(bytes.orElse(new byte[0]), path(Layout.JOURNAL));
        if (bytes.isEmpty() || chain.broken().isEmpty()) {
            return Optional.empty();
        }
        String digest = Sha256.hex(bytes.get());
        int line = chain.broken().get().line();
        keep(name(digest), bytes.get());
        JournalEntry first = first(digest, line, next(chain)).entry(next(chain), clock.instant(), actor);
        home.replace(home.own, Layout.JOURNAL, JournalLine.write(first, digest));
        return Optional.of(Problem.of(
                "store.journal-aside",
                Problem.Category.REFUSED,
                "object",
                path(Layout.JOURNAL),
                "line",
                line,
                "kept",
                path(name(digest))));
    }

    /** What the journals before this one tell, as far as they are still there as they were set aside; oldest first. */
    List<JournalEntry> before(JournalChain chain) throws ProblemException {
        List<JournalEntry> told = new ArrayList<>();
        Optional<String> digest = chain.aside();
        while (digest.isPresent()) {
            String wanted = digest.get();
            Optional<byte[]> bytes = home.read(home.own, name(wanted), Journal.LARGEST)
                    .filter(found -> Sha256.hex(found).equals(wanted));
            if (bytes.isEmpty()) {
                return told;
            }
            JournalChain older = JournalChain.read(bytes.get(), path(name(wanted)));
            told.addAll(0, older.told());
            digest = older.aside();
        }
        return told;
    }

    /**
     * The newest journal that was set aside ({@code store.journal-aside} with line, place and a count), as long as a version
     * that is there was neither verified nor sealed after it.
     */
    Optional<Problem> unverified(List<JournalEntry> journal, List<Version> versions) {
        Optional<JournalEntry> aside =
                journal.stream().filter(JournalAside::isAside).reduce((first, last) -> last);
        return aside.flatMap(entry -> {
            Set<String> read = journal.stream()
                    .filter(later -> later.sequence() > entry.sequence() && READ.contains(later.event()))
                    .map(JournalEntry::version)
                    .collect(Collectors.toSet());
            long left = versions.stream()
                    .filter(v -> v.state() != VersionState.STAGED && !read.contains(v.name()))
                    .count();
            return left == 0 ? Optional.empty() : Optional.of(unverified(entry, left));
        });
    }

    private Problem unverified(JournalEntry aside, long versions) {
        return Problem.of(
                "store.journal-aside",
                Problem.Category.REFUSED,
                "object",
                path(Layout.JOURNAL),
                "line",
                aside.figures().get(LINE),
                "kept",
                path(name(aside.from())),
                "count",
                versions);
    }

    private static boolean isAside(JournalEntry entry) {
        return entry.event() == Event.RECOVERED
                && entry.from().length() > SHORT
                && entry.figures().keySet().equals(Set.of(LINE, LINES));
    }

    private static Deed first(String digest, int line, long number) {
        String place = name(digest) + ":" + line;
        return new Deed(Event.RECOVERED, "", "", digest, place, Map.of(LINE, (long) line, LINES, number - 1));
    }

    /** A number that no line and no intent has had: order goes on where the old journal ended. */
    private long next(JournalChain chain) throws ProblemException {
        long last = Math.max(
                chain.lineEnds(),
                chain.told().stream().mapToLong(JournalEntry::sequence).max().orElse(0));
        for (Intents.Filed filed : new Intents(home).all()) {
            last = Math.max(
                    last, filed.intent().after() + filed.intent().deeds().size());
        }
        return last + 1;
    }

    private void keep(String name, byte[] bytes) throws ProblemException {
        if (home.disk.stat(home.own, Disk.raw(name)).isPresent()) {
            return;
        }
        try {
            home.reserve.spend(() -> {
                home.disk.link(home.own, Disk.raw(Layout.JOURNAL), home.own, Disk.raw(name));
                return null;
            });
            home.own.fsync();
        } catch (ProblemException e) {
            if (!SharingWays.cannotLink(e)) {
                throw e;
            }
            home.replace(home.own, name, bytes);
        }
    }

    private static String name(String digest) {
        return Layout.JOURNAL_ASIDE + digest.substring(0, SHORT) + ".jsonl";
    }

    private String path(String name) {
        return home.own.path(Disk.raw(name));
    }
}
