package io.tidemark.host.publish;

import io.tidemark.host.ssh.RemoteFiles;
import io.tidemark.host.ssh.Verb;
import io.tidemark.job.JobContext;
import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Rsync;
import io.tidemark.store.RepositoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings a cargo into its staged tree on a host, until everything is there, and nothing else: what has not the digest that it
 * should have is thrown away and brought again. For one thread, once.
 */
final class Bringing {

    private static final int ROUNDS = 4;
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final CopySession session;
    private final RepositoryStore store;
    private final Cargo cargo;
    private final Tools tools;
    private final JobContext job;
    private long sent;
    private long read;

    Bringing(CopySession session, RepositoryStore store, Cargo cargo, Tools tools, JobContext job) {
        this.session = session;
        this.store = store;
        this.cargo = cargo;
        this.tools = tools;
        this.job = job;
    }

    /**
     * Does it.
     *
     * @param begun whether part of it may have been brought before
     * @throws ProblemException {@code host.verify}
     */
    void run(boolean begun) throws ProblemException, InterruptedException {
        Nodes base = cargo.flat() || cargo.base().isEmpty() ? Nodes.none() : list(session.place() + "/" + cargo.base());
        Nodes staged = begun ? list(tree()) : Nodes.none();
        try (Sending sending = sending(begun);
                EarlyReading early = new EarlyReading(sums(), job)) {
            TreeCheck first = TreeCheck.of(cargo, staged, base);
            bring(sending, early, sending.resumes() ? first.resumed(staged) : first, base);
        }
    }

    /** Bytes that went over the wire. */
    long sent() {
        return sent;
    }

    /** Bytes of files that were read again there. */
    long read() {
        return read;
    }

    /**
     * By rsync where something lies there to compare with, and for versions of one file, which are large. What is all new goes faster
     * by our SFTP, with many files under way; that is also the way where rsync is missing, or where only a person can make the
     * connection.
     */
    private Sending sending(boolean begun) throws ProblemException, InterruptedException {
        Rsync rsync = new Rsync(System.getenv().getOrDefault("PATH", "/usr/bin:/bin"), SILENCE);
        boolean compares =
                (cargo.flat() ? cargo.isLarge() : begun || !cargo.base().isEmpty()) || !offersSftp();
        if (compares && tools.rsync() && rsync.usable()) {
            try {
                return RsyncSending.of(rsync, session, cargo, cargo.directory(store));
            } catch (ProblemException e) {
                if (!e.problem().code().equals("ssh.openssh")) {
                    throw e;
                }
                job.log("log.host.sftp", "object", session.place());
            }
        }
        return new SftpSending(session, cargo, cargo.flat() ? store.below(cargo.at()) : store.files(cargo.source()));
    }

    private boolean offersSftp() throws InterruptedException {
        try (RemoteFiles files = session.connection().files()) {
            return files.stat(session.place()).isPresent();
        } catch (ProblemException none) {
            return false;
        }
    }

    private void bring(Sending sending, EarlyReading early, TreeCheck first, Nodes base)
            throws ProblemException, InterruptedException {
        TreeCheck check = first;
        for (int round = 0; round < ROUNDS; round++) {
            drop(check.drop());
            if (!check.missing().isEmpty()) {
                job.progress().phase("publish", -1, round == 0 ? cargo.bytes() : -1);
                sent += sending.send(check.missing(), round == 0, round == 0 ? early::arrived : _ -> {}, job);
            }
            if (!check.missing().isEmpty() || !check.drop().isEmpty()) {
                check = TreeCheck.of(cargo, list(tree()), base);
            }
            modes(check.modes());
            if (check.drop().isEmpty() && check.missing().isEmpty()) {
                List<ManifestEntry> wrong = wrong(check.read(), round == 0 ? right(early) : Set.of());
                if (wrong.isEmpty()) {
                    return;
                }
                check = check.without(wrong);
            }
        }
        throw verify(check);
    }

    /** What was read when it arrived, or before it was linked. */
    private Set<EntryPath> right(EarlyReading early) throws InterruptedException {
        Set<EntryPath> right = new HashSet<>(early.right());
        if (cargo.flat()) {
            right.addAll(cargo.shared());
        }
        return right;
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
            session.change(Verb.COPY_DROP, NameList.of(paths), cargo.staging());
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
                    cargo.staging(),
                    Integer.toOctalString(same.getKey()));
        }
    }

    private Nodes list(String directory) throws ProblemException, InterruptedException {
        return Listing.of(session.connection(), directory);
    }

    private String tree() {
        return session.place() + "/.tidemark/staging/" + cargo.staging() + "/tree";
    }

    private ProblemException verify(TreeCheck check) {
        String first = check.missing().stream()
                .map(entry -> entry.path().text())
                .findFirst()
                .orElse(cargo.source());
        return verify(cargo.source(), first, check.missing().size());
    }

    /** What lies there is not what it should be. */
    static ProblemException verify(String version, String first, int count) {
        return new ProblemException(
                Problem.of("host.verify", Problem.Category.REFUSED, "object", version, "first", first, "count", count)
                        .in(Problem.State.STAGING_KEPT));
    }
}
