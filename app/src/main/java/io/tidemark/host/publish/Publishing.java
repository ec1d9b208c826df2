package io.tidemark.host.publish;

import io.tidemark.host.ssh.Answer;
import io.tidemark.host.ssh.RemoteFiles;
import io.tidemark.host.ssh.Verb;
import io.tidemark.job.JobContext;
import io.tidemark.model.EntryPath;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Rsync;
import io.tidemark.store.RepositoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings one sealed version to a copy that is held: staged, verified there against the manifest, sealed there by a rename.
 * Cut anywhere, there is nothing to be seen of it or all of it; what is staged is gone on with.
 */
public final class Publishing {

    private static final int ROUNDS = 4;
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final CopySession session;
    private final RepositoryStore store;
    private final Shipment shipment;
    private final Tools tools;
    private final JobContext job;
    private long sent;
    private long read;

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
        Nodes base = shipment.base().isPresent()
                ? list(session.place() + "/" + shipment.base().get().path())
                : Nodes.none();
        boolean begun = session.state().staged(shipment.version().name());
        stage();
        Nodes staged = begun ? list(tree()) : Nodes.none();
        try (Sending sending = sending(begun);
                EarlyReading early = new EarlyReading(sums(), job)) {
            bring(sending, early, TreeCheck.of(shipment, staged, base), base);
        }
        seal();
        return new Done(sent, read);
    }

    /**
     * By rsync where something lies there to compare with. What is all new goes faster by our SFTP, with many files under way;
     * that is also the way where rsync is missing, or where only a person can make the connection.
     */
    private Sending sending(boolean begun) throws ProblemException, InterruptedException {
        Rsync rsync = new Rsync(System.getenv().getOrDefault("PATH", "/usr/bin:/bin"), SILENCE);
        boolean compares = begun || shipment.base().isPresent() || !offersSftp();
        if (compares && tools.rsync() && rsync.usable()) {
            try {
                return RsyncSending.of(
                        rsync, session, shipment, store.tree(shipment.version().name()));
            } catch (ProblemException e) {
                if (!e.problem().code().equals("ssh.openssh")) {
                    throw e;
                }
                job.log("log.host.sftp", "object", session.place());
            }
        }
        return new SftpSending(session, shipment, store.files(shipment.version().name()));
    }

    private boolean offersSftp() throws InterruptedException {
        try (RemoteFiles files = session.connection().files()) {
            return files.stat(session.place()).isPresent();
        } catch (ProblemException none) {
            return false;
        }
    }

    private void stage() throws ProblemException, InterruptedException {
        byte[] manifest = store.manifestFile(shipment.version().name());
        Answer answer =
                session.change(Verb.COPY_STAGE, manifest, shipment.version().name(), CopySession.json(facts()));
        if (!answer.text().startsWith(Digests.sha256(manifest))) {
            throw verify("manifest", 1);
        }
    }

    /** Until everything is there, and nothing else: what is wrong is thrown away and brought again, not shared. */
    private void bring(Sending sending, EarlyReading early, TreeCheck first, Nodes base)
            throws ProblemException, InterruptedException {
        TreeCheck check = first;
        for (int round = 0; round < ROUNDS; round++) {
            drop(check.drop());
            if (!check.missing().isEmpty()) {
                long bytes = round == 0 ? shipment.figures().sendBytes() : -1;
                job.progress().phase("publish", -1, bytes);
                sent += sending.send(check.missing(), round == 0, round == 0 ? early::arrived : _ -> {}, job);
            }
            if (!check.missing().isEmpty() || !check.drop().isEmpty()) {
                check = TreeCheck.of(shipment, list(tree()), base);
            }
            modes(check.modes());
            if (check.drop().isEmpty() && check.missing().isEmpty()) {
                List<ManifestEntry> wrong = wrong(check.read(), round == 0 ? early.right() : Set.of());
                if (wrong.isEmpty()) {
                    return;
                }
                check = check.without(wrong);
            }
        }
        throw verify(
                check.missing().stream()
                        .map(ManifestEntry::path)
                        .map(EntryPath::text)
                        .findFirst()
                        .orElse(shipment.version().name()),
                check.missing().size());
    }

    /** Of what has to be read, what is not right; some of it was read when it arrived. */
    private List<ManifestEntry> wrong(List<ManifestEntry> files, Set<EntryPath> right)
            throws ProblemException, InterruptedException {
        List<ManifestEntry> rest =
                files.stream().filter(file -> !right.contains(file.path())).toList();
        read += files.stream().mapToLong(ManifestEntry::size).sum();
        job.progress()
                .phase(
                        "verify",
                        rest.size(),
                        rest.stream().mapToLong(ManifestEntry::size).sum());
        return rest.isEmpty() ? rest : sums().wrong(rest, job);
    }

    private Sums sums() {
        return new Sums(session.connection(), tree(), tools.cores());
    }

    private void drop(List<EntryPath> paths) throws ProblemException, InterruptedException {
        if (!paths.isEmpty()) {
            session.change(
                    Verb.COPY_DROP, NameList.of(paths), shipment.version().name());
        }
    }

    private void modes(List<ManifestEntry> directories) throws ProblemException, InterruptedException {
        TreeMap<Integer, List<EntryPath>> byMode = new TreeMap<>();
        directories.forEach(entry ->
                byMode.computeIfAbsent(entry.mode(), mode -> new ArrayList<>()).add(entry.path()));
        for (var same : byMode.entrySet()) {
            session.change(
                    Verb.COPY_MODES,
                    NameList.of(same.getValue()),
                    shipment.version().name(),
                    Integer.toOctalString(same.getKey()));
        }
    }

    private void seal() throws ProblemException, InterruptedException {
        job.progress().phase("seal", -1, -1);
        job.checkpoint();
        String name = shipment.version().name();
        session.change(
                Verb.COPY_SEAL,
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
            throw verify(name, 1);
        }
    }

    private Nodes list(String directory) throws ProblemException, InterruptedException {
        return Listing.of(session.connection(), directory);
    }

    private String tree() {
        return session.place() + "/.tidemark/staging/" + shipment.version().name() + "/tree";
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

    private ProblemException verify(String path, int count) {
        return new ProblemException(Problem.of(
                        "host.verify",
                        Problem.Category.REFUSED,
                        "object",
                        shipment.version().name(),
                        "first",
                        path,
                        "count",
                        count)
                .in(Problem.State.STAGING_KEPT));
    }
}
