package io.tidemark.host.publish;

import io.tidemark.host.ssh.OpenSsh;
import io.tidemark.host.ssh.Verb;
import io.tidemark.job.JobContext;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Rsync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** By rsync: files of the base are linked where size and time agree, and what a cut run brought is gone on with. */
final class RsyncSending implements Sending {

    /** As many as fit into the arguments of a program. */
    private static final int MOST_NAMES = 5000;

    private final Rsync rsync;
    private final CopySession session;
    private final Cargo cargo;
    private final Path tree;
    private final Path own;
    private final OpenSsh ssh;

    private RsyncSending(Rsync rsync, CopySession session, Cargo cargo, Path tree, Path own) throws ProblemException {
        this.rsync = rsync;
        this.session = session;
        this.cargo = cargo;
        this.tree = tree;
        this.own = own;
        this.ssh = session.connection().openSsh(own.resolve("ssh"));
    }

    /**
     * Makes ready.
     *
     * @throws ProblemException {@code ssh.openssh} if only a person can make the connection
     */
    static RsyncSending of(Rsync rsync, CopySession session, Cargo cargo, Path tree) throws ProblemException {
        Path own;
        try {
            own = Files.createTempDirectory("tidemark-ssh");
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("ssh.openssh.files", Problem.Category.STORAGE, "object", "tmp")
                            .with(e.toString()),
                    e);
        }
        try {
            return new RsyncSending(rsync, session, cargo, tree, own);
        } catch (ProblemException e) {
            remove(own);
            throw e;
        }
    }

    @Override
    public long send(List<ManifestEntry> missing, boolean share, Consumer<List<ManifestEntry>> arrived, JobContext job)
            throws ProblemException, InterruptedException {
        if (!cargo.flat()) {
            return send(List.of(), share, job);
        }
        long sent = 0;
        for (int from = 0; from < missing.size(); from += MOST_NAMES) {
            sent += send(names(missing.subList(from, Math.min(missing.size(), from + MOST_NAMES))), share, job);
        }
        return sent;
    }

    private long send(List<String> names, boolean share, JobContext job) throws ProblemException, InterruptedException {
        String program = OpenSsh.program(session.under(Verb.COPY_RECEIVE, List.of()));
        return rsync.copy(
                new Rsync.Order(
                        tree.toString(),
                        names,
                        session.place() + "/.tidemark/staging/" + cargo.staging() + "/tree",
                        share ? cargo.relative() : "",
                        ssh.remoteShell(),
                        program,
                        OpenSsh.HOST),
                job);
    }

    private static List<String> names(List<ManifestEntry> missing) {
        return missing.stream().map(entry -> entry.path().text()).toList();
    }

    @Override
    public boolean resumes() {
        return cargo.flat();
    }

    @Override
    public void close() {
        remove(own);
    }

    private static void remove(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException gone) {
            assert !Files.exists(directory) : gone;
        }
    }
}
