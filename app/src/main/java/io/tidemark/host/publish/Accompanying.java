package io.tidemark.host.publish;

import io.tidemark.host.ssh.Verb;
import io.tidemark.job.JobContext;
import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;
import io.tidemark.model.ProblemException;
import io.tidemark.store.Json;
import io.tidemark.store.RepositoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Brings files beside a version to a copy that is held: staged, read there, and put into their public places, where nothing
 * names them yet. One that lies there with other content is left alone, and is not counted as brought.
 */
public final class Accompanying {

    private static final String STAGING = ".companions";
    private static final int DIRECTORY_MODE = 0755;

    private final CopySession session;
    private final RepositoryStore store;
    private final String version;
    private final Tools tools;
    private final JobContext job;

    /** Brings what lies beside that version here. */
    public Accompanying(CopySession session, RepositoryStore store, String version, Tools tools, JobContext job) {
        this.session = session;
        this.store = store;
        this.version = version;
        this.tools = tools;
        this.job = job;
    }

    /**
     * Does it; durable there on return.
     *
     * @throws ProblemException {@code host.verify}, {@code host.write}, {@code program.rsync}, {@code ssh.…}
     */
    public Publishing.Done run(List<ManifestEntry> files) throws ProblemException, InterruptedException {
        session.change(Verb.COPY_BEGIN, STAGING);
        Cargo cargo = new Neighbours(session, Cargo.flat(STAGING, version, ".", withDirectories(files)), tools, job)
                .foundOrLeft();
        Bringing bringing = new Bringing(session, store, cargo, tools, job);
        bringing.run(true);
        List<ManifestEntry> brought =
                files.stream().filter(cargo.entries()::contains).toList();
        session.change(
                Verb.COPY_PLACE,
                NameList.of(brought.stream().map(ManifestEntry::path).toList()),
                STAGING);
        session.change(Verb.COPY_WRITE, Json.write(record(brought)), Companions.FILE);
        session.refresh();
        return new Publishing.Done(bringing.sent(), bringing.read());
    }

    private Companions record(List<ManifestEntry> brought) {
        List<FileThere> files = new ArrayList<>();
        List<String> now = brought.stream().map(entry -> entry.path().text()).toList();
        session.state().papers().companions().stream()
                .filter(file -> !now.contains(file.path()))
                .forEach(files::add);
        brought.forEach(entry -> files.add(new FileThere(entry.path().text(), entry.size(), entry.sha256())));
        return new Companions(Companions.FORMAT, files);
    }

    /** The same, with all directories that they need first. */
    static List<ManifestEntry> withDirectories(List<ManifestEntry> files) {
        TreeSet<String> directories = new TreeSet<>();
        for (ManifestEntry file : files) {
            String path = file.path().text();
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                directories.add(path.substring(0, slash));
            }
        }
        List<ManifestEntry> all = new ArrayList<>();
        directories.forEach(
                path -> all.add(new ManifestEntry(new EntryPath(path), Type.DIRECTORY, DIRECTORY_MODE, 0, "", "")));
        all.addAll(files);
        return all;
    }
}
