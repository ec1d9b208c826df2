package io.tidemark.host.publish;

import io.tidemark.host.ssh.Answer;
import io.tidemark.host.ssh.Verb;
import io.tidemark.job.JobContext;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.ProblemException;
import io.tidemark.store.RepositoryStore;
import java.util.Comparator;
import java.util.Optional;

/**
 * Brings one sealed version to a copy that is held: staged, verified there against the manifest, sealed there by a rename.
 * Cut anywhere, there is nothing to be seen of it or all of it; what is staged is gone on with.
 */
public final class Publishing {

    private final CopySession session;
    private final RepositoryStore store;
    private final Shipment shipment;
    private final Tools tools;
    private final JobContext job;

    /** Brings that shipment out of a repository here. */
    public Publishing(CopySession session, RepositoryStore store, Shipment shipment, Tools tools, JobContext job) {
        this.session = session;
        this.store = store;
        this.shipment = shipment;
        this.tools = tools;
        this.job = job;
    }

    /**
     * What it took.
     *
     * @param sentBytes over the wire
     * @param readBytes of files that were read again on the host
     */
    public record Done(long sentBytes, long readBytes) {}

    /**
     * Does it; durable there on return.
     *
     * @param copy of which repository the copy is
     * @throws ProblemException {@code host.verify} if what lies there is not what is sealed here, {@code host.write},
     *     {@code host.in-the-way}, {@code program.rsync}, {@code ssh.…}
     */
    public Done run(CopyFacts copy) throws ProblemException, InterruptedException {
        if (session.state().facts().isEmpty()) {
            session.change(Verb.COPY_PUT, CopyFacts.FILE, CopySession.json(copy));
        }
        boolean begun = session.state().staged(shipment.version().name());
        stage();
        Cargo cargo = cargo();
        Bringing bringing = new Bringing(session, store, cargo, tools, job);
        bringing.run(begun || !cargo.shared().isEmpty());
        seal();
        return new Done(bringing.sent(), bringing.read());
    }

    /** A file that lies in its public place there already is linked, if it is the right one, and refused if not. */
    private Cargo cargo() throws ProblemException, InterruptedException {
        Cargo cargo = Cargo.of(shipment);
        if (shipment.file()) {
            like();
        }
        return shipment.file() ? new Neighbours(session, cargo, tools, job).found() : cargo;
    }

    /** The newest file there whose name is most like this one's: what both have is not sent, where rsync can tell. */
    private void like() throws ProblemException, InterruptedException {
        Optional<SealedThere> like = session.state().sealed().stream()
                .max(Comparator.comparingInt((SealedThere there) -> common(there.path(), shipment.path()))
                        .thenComparingLong(SealedThere::sequence));
        if (like.isPresent()) {
            session.change(
                    Verb.COPY_LIKE,
                    shipment.version().name(),
                    shipment.entries().getFirst().path().text(),
                    like.get().path());
        }
    }

    private static int common(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int same = 0;
        while (same < length && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private void stage() throws ProblemException, InterruptedException {
        byte[] manifest = store.manifestFile(shipment.version().name());
        Answer answer =
                session.change(Verb.COPY_STAGE, manifest, shipment.version().name(), CopySession.json(facts()));
        if (!answer.text().startsWith(Digests.sha256(manifest))) {
            throw Bringing.verify(shipment.version().name(), "manifest", 1);
        }
    }

    private void seal() throws ProblemException, InterruptedException {
        job.progress().phase("seal", -1, -1);
        job.checkpoint();
        String name = shipment.version().name();
        session.change(
                shipment.file() ? Verb.COPY_SEAL_FILE : Verb.COPY_SEAL,
                name,
                shipment.path(),
                CopySession.json(facts()),
                session.line(Event.SEALED, name, "", "", ""),
                session.journalLength());
        session.refresh();
        if (session.state()
                .version(name)
                .filter(v -> v.rootDigest().equals(shipment.version().rootDigest()))
                .isEmpty()) {
            throw Bringing.verify(name, name, 1);
        }
    }

    private SealedThere facts() {
        return new SealedThere(
                SealedThere.FORMAT,
                shipment.version().name(),
                shipment.path(),
                session.state().next(),
                shipment.version().rootDigest(),
                shipment.version().files(),
                shipment.version().bytes(),
                session.author().clock().instant());
    }
}
