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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings files that are named by their content to a copy that is held: staged, read there, and put into their places, where
 * nobody follows them yet. What lies there already is read, and replaced if it is not right. Cut anywhere, each file there
 * is a whole one.
 */
public final class Stocking {

    private final CopySession session;
    private final RepositoryStore store;
    private final String version;
    private final Tools tools;
    private final JobContext job;
    private long sent;
    private long read;

    /** Brings what belongs to that version here. */
    public Stocking(CopySession session, RepositoryStore store, String version, Tools tools, JobContext job) {
        this.session = session;
        this.store = store;
        this.version = version;
        this.tools = tools;
        this.job = job;
    }

    /**
     * Does it; durable there on return.
     *
     * @param marks what is written down as brought, once all of it is there
     * @throws ProblemException {@code host.verify}, {@code host.write}, {@code program.rsync}, {@code ssh.…}
     */
    public Publishing.Done run(CopyFacts copy, List<Stock> stocks, List<FileThere> marks)
            throws ProblemException, InterruptedException {
        if (session.state().facts().isEmpty()) {
            session.change(Verb.COPY_PUT, CopyFacts.FILE, CopySession.json(copy));
        }
        for (Stock stock : stocks) {
            bring(stock);
        }
        session.change(Verb.COPY_WRITE, Json.write(record(marks)), Companions.FILE);
        session.refresh();
        return new Publishing.Done(sent, read);
    }

    private void bring(Stock stock) throws ProblemException, InterruptedException {
        List<ManifestEntry> files = new ArrayList<>(stock.send());
        files.addAll(wrong(stock));
        if (files.isEmpty()) {
            return;
        }
        session.change(Verb.COPY_BEGIN, stock.staging());
        Cargo all = new Cargo(
                stock.staging(),
                version,
                true,
                stock.at(),
                Accompanying.withDirectories(files),
                stock.like().isEmpty() ? stock.at() : stock.like(),
                Set.of());
        Bringing bringing = new Bringing(session, store, all.sharing(linked(all, stock)), tools, job);
        bringing.run(true);
        session.change(Verb.COPY_STOCK, stock.staging(), stock.at());
        sent += bringing.sent();
        read += bringing.read();
    }

    /** Of what lies there, what is not right. */
    private List<ManifestEntry> wrong(Stock stock) throws ProblemException, InterruptedException {
        if (stock.read().isEmpty()) {
            return List.of();
        }
        long bytes = stock.read().stream().mapToLong(ManifestEntry::size).sum();
        job.progress().phase("verify", stock.read().size(), bytes);
        read += bytes;
        return new Sums(session.connection(), session.place() + "/" + stock.at(), tools.cores())
                .wrong(stock.read(), job);
    }

    /** Links what another directory there has; of that, what was linked indeed and need not be read. */
    private Set<EntryPath> linked(Cargo cargo, Stock stock) throws ProblemException, InterruptedException {
        if (stock.shared().isEmpty()) {
            return Set.of();
        }
        List<EntryPath> directories = cargo.entries().stream()
                .filter(entry -> entry.type() == Type.DIRECTORY)
                .map(ManifestEntry::path)
                .toList();
        session.change(Verb.COPY_DIRECTORIES, NameList.of(directories), cargo.staging());
        session.change(Verb.COPY_SHARE, NameList.of(List.copyOf(stock.shared())), cargo.staging(), stock.like());
        Nodes like = Listing.of(session.connection(), session.place() + "/" + stock.like());
        Nodes staged =
                Listing.of(session.connection(), session.place() + "/.tidemark/staging/" + cargo.staging() + "/tree");
        Set<EntryPath> linked = new HashSet<>();
        for (EntryPath path : stock.shared()) {
            Nodes.Node one = staged.byPath().get(path);
            Nodes.Node other = like.byPath().get(path);
            if (one != null && other != null && one.file().equals(other.file())) {
                linked.add(path);
            }
        }
        return linked;
    }

    private Companions record(List<FileThere> marks) {
        List<String> now = marks.stream().map(FileThere::path).toList();
        List<FileThere> files = new ArrayList<>(session.state().papers().companions().stream()
                .filter(file -> !now.contains(file.path()))
                .toList());
        files.addAll(marks);
        return new Companions(Companions.FORMAT, files);
    }
}
