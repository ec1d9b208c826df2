package io.tidemark.host.publish;

import io.tidemark.host.ssh.NewFile;
import io.tidemark.host.ssh.RemoteFiles;
import io.tidemark.host.ssh.Verb;
import io.tidemark.job.JobContext;
import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;
import io.tidemark.model.ProblemException;
import io.tidemark.store.VersionFiles;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** By SFTP, for hosts without rsync and accounts with a password: directories and links by name, files with their content. */
final class SftpSending implements Sending {

    private final CopySession session;
    private final Cargo cargo;
    private final VersionFiles files;

    /** Sends those files, which it closes. */
    SftpSending(CopySession session, Cargo cargo, VersionFiles files) {
        this.session = session;
        this.cargo = cargo;
        this.files = files;
    }

    @Override
    public long send(List<ManifestEntry> missing, boolean share, Consumer<List<ManifestEntry>> arrived, JobContext job)
            throws ProblemException, InterruptedException {
        feed(Verb.COPY_DIRECTORIES, paths(missing, Type.DIRECTORY));
        links(missing.stream().filter(entry -> entry.type() == Type.SYMLINK).toList());
        Set<EntryPath> shared = share && !cargo.base().isEmpty()
                ? share(paths(missing, Type.FILE).stream()
                        .filter(cargo.shared()::contains)
                        .toList())
                : Set.of();
        List<ManifestEntry> content = missing.stream()
                .filter(entry -> entry.type() == Type.FILE && !shared.contains(entry.path()))
                .toList();
        return upload(content, arrived, job);
    }

    private long upload(List<ManifestEntry> content, Consumer<List<ManifestEntry>> arrived, JobContext job)
            throws ProblemException, InterruptedException {
        long[] sent = {0};
        try (RemoteFiles remote = session.connection().files()) {
            for (List<ManifestEntry> part : Sums.bundles(content)) {
                job.checkpoint();
                List<NewFile> each = new ArrayList<>(part.size());
                for (ManifestEntry entry : part) {
                    each.add(file(entry));
                }
                remote.createAll(session.place(), each.iterator(), bytes -> {
                    sent[0] += bytes;
                    job.progress().bytes(bytes);
                    job.progress().file();
                });
                arrived.accept(part);
            }
        }
        return sent[0];
    }

    private NewFile file(ManifestEntry entry) throws ProblemException {
        long modified = files.modified(entry.path());
        byte[] tree =
                (session.place() + "/.tidemark/staging/" + cargo.staging() + "/tree/").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream path = new ByteArrayOutputStream();
        path.writeBytes(tree);
        path.writeBytes(entry.path().bytes());
        return new NewFile(path.toByteArray(), entry.mode(), modified, () -> files.read(entry.path()));
    }

    /** Links whose files lie there already; whether they were made is seen when the tree is listed. */
    private Set<EntryPath> share(List<EntryPath> paths) throws ProblemException, InterruptedException {
        if (!paths.isEmpty()) {
            session.change(Verb.COPY_SHARE, NameList.of(paths), cargo.staging(), cargo.base());
        }
        return Set.copyOf(paths);
    }

    private void links(List<ManifestEntry> links) throws ProblemException, InterruptedException {
        if (!links.isEmpty()) {
            NameList pairs = new NameList();
            links.forEach(
                    link -> pairs.raw(new EntryPath(link.target()).bytes()).below(link.path()));
            session.change(Verb.COPY_LINKS, pairs.bytes(), cargo.staging());
        }
    }

    private void feed(Verb verb, List<EntryPath> paths) throws ProblemException, InterruptedException {
        if (!paths.isEmpty()) {
            session.change(verb, NameList.of(paths), cargo.staging());
        }
    }

    private static List<EntryPath> paths(List<ManifestEntry> entries, Type type) {
        return entries.stream()
                .filter(entry -> entry.type() == type)
                .map(ManifestEntry::path)
                .toList();
    }

    @Override
    public boolean resumes() {
        return false;
    }

    @Override
    public void close() {
        files.close();
    }
}
