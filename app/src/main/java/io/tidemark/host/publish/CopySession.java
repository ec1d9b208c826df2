package io.tidemark.host.publish;

import io.tidemark.host.ssh.Answer;
import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.Verb;
import io.tidemark.model.Host;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.store.JournalChain;
import io.tidemark.store.JournalLine;
import io.tidemark.store.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One copy on a host, held by this console alone for as long as its connection stands. What an earlier console left
 * half-done is finished or undone first. For one thread; closing it gives the lock back, not the connection.
 */
public final class CopySession implements AutoCloseable {

    private static final int MOST = 1 << 16;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SshConnection connection;
    private final Host host;
    private final String repository;
    private final Author author;
    private final CopyLock lock;
    private CopyState state;

    private CopySession(SshConnection connection, Host host, String repository, Author author, CopyLock lock) {
        this.connection = connection;
        this.host = host;
        this.repository = repository;
        this.author = author;
        this.lock = lock;
    }

    /**
     * Takes the lock of a copy; its directory is made if it is not there.
     *
     * @param repository its name below the host's root
     * @throws ProblemException {@code host.busy} with who holds it, {@code host.write}, {@code store.format}, {@code ssh.…}
     */
    public static CopySession begin(SshConnection connection, Host host, String repository, Author author)
            throws ProblemException, InterruptedException {
        CopyLock lock = CopyLock.take(connection, host.place(repository), author);
        CopySession session = new CopySession(connection, host, repository, author, lock);
        try {
            session.refresh();
            session.setAside();
            new Unfinished(session).settle();
            return session;
        } catch (ProblemException | InterruptedException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** What lies there, as of the last change made here. */
    public CopyState state() {
        return state;
    }

    /** The connection over which it is held. */
    public SshConnection connection() {
        return connection;
    }

    Author author() {
        return author;
    }

    /** Where the copy lies, absolute. */
    String place() {
        return host.place(repository);
    }

    /** Reads everything anew. */
    void refresh() throws ProblemException, InterruptedException {
        state = Copies.one(connection, host, repository);
    }

    /** Runs one of the programs that need the lock. */
    Answer change(Verb verb, byte[] input, String... arguments) throws ProblemException, InterruptedException {
        return Complaint.well(connection.run(under(verb, List.of(arguments)).reading(input), MOST, PATIENCE), place());
    }

    Answer change(Verb verb, String... arguments) throws ProblemException, InterruptedException {
        return change(verb, new byte[0], arguments);
    }

    /** A command that only runs for the holder of the lock. */
    Command under(Verb verb, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(place(), lock.nonce()));
        words.addAll(arguments);
        return Command.of(verb, words);
    }

    /** The next journal line, its end left out. */
    String line(JournalEntry.Event event, String version, String channel, String from, String reason) {
        long sequence = state.journal().last().map(l -> l.entry().sequence()).orElse(0L) + 1;
        String previous = state.journal().last().map(JournalLine::digest).orElse(JournalLine.NONE);
        JournalEntry entry = new JournalEntry(
                sequence, author.clock().instant(), author.name(), event, version, channel, from, reason, Map.of());
        return text(JournalLine.write(entry, previous));
    }

    /** A broken journal is kept under another name, and the first line of a new one names its digest, as here. */
    void setAside() throws ProblemException, InterruptedException {
        Optional<JournalChain.Break> broken = state.journal().broken();
        if (broken.isEmpty()) {
            return;
        }
        if (!author.urgent()) {
            throw new ProblemException(Problem.of(
                            "host.journal",
                            Problem.Category.REFUSED,
                            "object",
                            place(),
                            "line",
                            broken.get().line())
                    .with(broken.get().why()));
        }
        String digest = Digests.sha256(state.outline().files().get(CopyState.JOURNAL));
        long sequence =
                state.told().stream().mapToLong(JournalEntry::sequence).max().orElse(0) + 1;
        JournalEntry entry = new JournalEntry(
                sequence,
                author.clock().instant(),
                author.name(),
                JournalEntry.Event.RECOVERED,
                "",
                "",
                digest,
                "",
                Map.of());
        change(Verb.COPY_ASIDE, CopyState.ASIDE + "%012d".formatted(sequence), text(JournalLine.write(entry, digest)));
        refresh();
    }

    private static String text(byte[] line) {
        return new String(line, 0, line.length - 1, StandardCharsets.UTF_8);
    }

    /** How many bytes of the journal are complete lines. */
    String journalLength() {
        return Integer.toString(state.journal().length());
    }

    /** A record as text for an argument. */
    static String json(Object record) {
        return new String(Json.write(record), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        lock.close();
    }
}
