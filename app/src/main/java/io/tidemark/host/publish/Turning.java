package io.tidemark.host.publish;

import io.tidemark.host.ssh.Verb;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Hold;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.store.LinkPlace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Moves channels of a copy that is held. */
public record Turning(CopySession session) {

    private static final String UP = "\n.";

    /**
     * Moves a channel forward; refused while it is held.
     *
     * @param link where its link lies, relative to the repository, if it is new there
     * @throws ProblemException {@code host.held}, {@code host.in-the-way}, {@code host.moved}, {@code host.write},
     *     {@code ssh.…}
     */
    public void forward(String channel, String link, String version, String reason)
            throws ProblemException, InterruptedException {
        String place = session.state().links().getOrDefault(channel, link);
        carryOut(turn(channel, place, version, reason, Optional.empty(), false));
    }

    /** Moves a channel back, and holds it there unless told otherwise. */
    public void back(String channel, String version, boolean hold, String reason)
            throws ProblemException, InterruptedException {
        String place = session.state().links().get(channel);
        Hold held =
                new Hold(session.author().clock().instant(), session.author().name(), reason);
        carryOut(turn(channel, place, version, reason, hold ? Optional.of(held) : Optional.empty(), true));
    }

    /** Lifts the hold of a channel. */
    public void release(String channel, String reason) throws ProblemException, InterruptedException {
        String line =
                session.line(Event.RELEASED, session.state().target(channel).orElse(""), channel, "", reason);
        session.change(Verb.COPY_RELEASE, ChannelFile.of(channel), line, session.journalLength());
        session.refresh();
    }

    private Turn turn(
            String channel, String place, String version, String reason, Optional<Hold> hold, boolean rollback)
            throws ProblemException {
        String path = session.state()
                .version(version)
                .map(SealedThere::path)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "host.no-version", Problem.Category.REFUSED, "object", version, "place", session.place())));
        String text = new String(LinkPlace.of(Path.of(session.place()), place).text(path), StandardCharsets.UTF_8);
        return new Turn(
                Turn.FORMAT,
                rollback,
                channel,
                place,
                text,
                version,
                session.state().target(channel).orElse(""),
                hold.map(CopySession::json).orElse(""),
                reason);
    }

    /** Does it, and reads back what the link says now. */
    void carryOut(Turn turn) throws ProblemException, InterruptedException {
        Event event = turn.rollback() ? Event.ROLLED_BACK : Event.PROMOTED;
        session.change(
                Verb.COPY_FLIP,
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
    }

    /** What the link says now, as the small program sees it. */
    private String now(Turn turn) {
        CopyState state = session.state();
        LinkThere link = Optional.ofNullable(state.outline().channels().get(turn.channel()))
                .orElse(state.outline().links().get(turn.link()));
        return link == null ? "" : new String(new EntryPath(link.text()).bytes(), StandardCharsets.UTF_8) + UP;
    }
}
