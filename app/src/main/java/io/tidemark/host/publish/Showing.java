package io.tidemark.host.publish;

import io.tidemark.host.ssh.Answer;
import io.tidemark.host.ssh.Verb;
import io.tidemark.model.Hold;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gives the clients of a copy that is held other documents. They are kept beside the copy first, so that whoever comes next
 * can finish, and so that the channel can go back to them.
 */
public record Showing(CopySession session) {

    private static final int MOST_KEPT = 50;

    /**
     * Leads a channel by documents; refused while it is held.
     *
     * @throws ProblemException {@code host.held}, {@code host.document-files}, {@code host.moved}, {@code host.in-the-way},
     *     {@code host.write}, {@code ssh.…}
     */
    public void forward(String channel, Documents documents, String reason)
            throws ProblemException, InterruptedException {
        keep(channel, documents);
        carryOut(turn(channel, documents, reason, Optional.empty(), false));
    }

    /** Leads a channel back by documents, and holds it there unless told otherwise. */
    public void back(String channel, Documents documents, boolean hold, String reason)
            throws ProblemException, InterruptedException {
        try {
            keep(channel, documents);
        } catch (ProblemException full) {
            if (!full.problem().code().equals("host.write")) {
                throw full;
            }
            session.change(Verb.COPY_FORGET, "reserve");
            keep(channel, documents);
        }
        Hold held =
                new Hold(session.author().clock().instant(), session.author().name(), reason);
        carryOut(turn(channel, documents, reason, hold ? Optional.of(held) : Optional.empty(), true));
    }

    /** Leads a channel back by documents that it was led by before, with nothing but what is kept there. */
    public void again(String channel, DocumentSet set, boolean hold, String reason)
            throws ProblemException, InterruptedException {
        Hold held =
                new Hold(session.author().clock().instant(), session.author().name(), reason);
        carryOut(new Turn(
                Turn.FORMAT,
                true,
                channel,
                set.link(),
                set.name(),
                set.version(),
                session.state().target(channel).orElse(""),
                hold ? CopySession.json(held) : "",
                reason));
    }

    /** Keeps what another channel is led by once these documents are shown that speak of it too. */
    public void beside(String channel, Documents documents) throws ProblemException, InterruptedException {
        keep(channel, documents);
    }

    private Turn turn(String channel, Documents documents, String reason, Optional<Hold> hold, boolean rollback) {
        return new Turn(
                Turn.FORMAT,
                rollback,
                channel,
                documents.link(),
                documents.name(),
                documents.version(),
                session.state().target(channel).orElse(""),
                hold.map(CopySession::json).orElse(""),
                reason);
    }

    private void keep(String channel, Documents documents) throws ProblemException, InterruptedException {
        if (session.state().papers().set(channel, documents.name()).isPresent()) {
            return;
        }
        int number = 0;
        StringBuilder order = new StringBuilder();
        for (Map.Entry<String, byte[]> document : documents.contents().entrySet()) {
            order.append(number).append(' ').append(document.getKey()).append('\n');
            put(Integer.toString(number), document.getValue());
            number++;
        }
        documents.absent().forEach(path -> order.append("- ").append(path).append('\n'));
        put("order", order.toString().getBytes(StandardCharsets.UTF_8));
        put("names", names(documents.names()));
        DocumentSet set = new DocumentSet(
                DocumentSet.FORMAT,
                documents.name(),
                channel,
                documents.version(),
                documents.members(),
                documents.base(),
                documents.link(),
                documents.digest(),
                session.state().papers().next(),
                session.author().clock().instant(),
                List.copyOf(documents.contents().keySet()));
        session.change(Verb.COPY_DOCUMENTS, ChannelFile.of(channel), set.name(), CopySession.json(set));
        session.refresh();
    }

    private static byte[] names(Map<String, Long> names) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(names)
                .forEach((path, size) ->
                        lines.append(size).append(' ').append(path).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void put(String name, byte[] content) throws ProblemException, InterruptedException {
        Answer said = session.change(Verb.COPY_DOCUMENT, content, name);
        if (!said.text().startsWith(Digests.sha256(content))) {
            throw new ProblemException(
                    Problem.of("host.write", Problem.Category.STORAGE, "object", session.place() + " " + name));
        }
    }

    /** Does it, and reads back which documents the clients are given now. */
    void carryOut(Turn turn) throws ProblemException, InterruptedException {
        Event event = turn.rollback() ? Event.ROLLED_BACK : Event.PROMOTED;
        session.change(
                Verb.COPY_SHOW,
                CopySession.json(turn),
                session.line(event, turn.version(), turn.channel(), turn.from(), turn.reason()),
                session.journalLength(),
                ChannelFile.of(turn.channel()),
                turn.link(),
                turn.text(),
                now(turn),
                turn.rollback() ? "any" : "free",
                turn.hold());
        session.refresh();
        if (!session.state().target(turn.channel()).equals(Optional.of(turn.version()))) {
            throw new ProblemException(Problem.of("host.moved", Problem.Category.REFUSED, "object", turn.channel())
                    .in(Problem.State.UNKNOWN));
        }
        forget(turn.channel());
    }

    /** What a channel showed long ago is not kept for ever. */
    private void forget(String channel) throws ProblemException, InterruptedException {
        List<DocumentSet> sets = session.state().papers().of(channel);
        String shown = session.state().outline().documents().get(channel).sha256();
        for (DocumentSet old : sets.subList(Math.min(MOST_KEPT, sets.size()), sets.size())) {
            if (old.digest().equals(shown)) {
                continue;
            }
            session.change(Verb.COPY_FORGET, "documents/" + ChannelFile.of(channel) + "/" + old.name());
        }
    }

    /** Digest of the document that clients are given now, if it is known; whatever lies there where none was given by us. */
    private String now(Turn turn) {
        DocumentThere shown = session.state().outline().documents().get(turn.channel());
        return shown == null ? "any" : shown.sha256();
    }
}
