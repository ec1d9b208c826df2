package io.tidemark.engine.host;

import io.tidemark.engine.commit.CommitNow;
import io.tidemark.engine.host.CommitLoad.Part;
import io.tidemark.host.publish.CopyState;
import io.tidemark.host.publish.FileThere;
import io.tidemark.host.publish.PublicTree;
import io.tidemark.host.publish.Shipment;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitFiles;
import io.tidemark.kind.CommitView;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What of a version that is a commit lies on a host, and what is missing there. */
record CommitsThere(Sealed sealed, CopyState state, SshConnection connection, String place) {

    /** Everything that belongs to the commits by which the version is published here. */
    CommitLoad load(JobContext job) throws ProblemException, InterruptedException {
        Optional<Shipment> shipment = sealed.there(state, place).isPresent()
                ? Optional.empty()
                : Optional.of(Shipment.of(sealed.repository().store(), sealed.version(), state));
        CommitNow now = CommitNow.of(sealed.repository());
        Known known = new Known(now.tree().files(root(), brought(), false, job));
        List<Part> parts = new ArrayList<>();
        for (CommitFiles files : now.tree().files(root(), commits(now), true, job)) {
            parts.add(part(files, known, shipment));
            known.add(files);
        }
        return new CommitLoad(shipment, parts);
    }

    /** The version's own commit, and of each ref the newest that published it. */
    private List<String> commits(CommitNow now) throws ProblemException {
        String own = now.paths().get(sealed.version().name());
        Set<String> commits = new LinkedHashSet<>(List.of(own));
        for (CommitView.Line line : now.view().lines()) {
            Optional<String> newest = line.published().stream()
                    .filter(each -> each.version().equals(sealed.version().name()))
                    .map(CommitView.Published::commit)
                    .reduce((older, newer) -> newer);
            if (newest.isPresent()) {
                commits.add(now.tree().path(root(), line.link(), newest.get()));
            }
        }
        return List.copyOf(commits);
    }

    /** What was brought there from here, commits among it. */
    private List<String> brought() {
        return state.papers().companions().stream().map(FileThere::path).toList();
    }

    private Part part(CommitFiles files, Known known, Optional<Shipment> shipment)
            throws ProblemException, InterruptedException {
        Map<String, Long> there = PublicTree.sizes(connection, place + "/" + files.at());
        List<String> send = new ArrayList<>();
        List<String> read = new ArrayList<>();
        List<String> unsaid = new ArrayList<>();
        for (Map.Entry<String, Long> file : files.files().entrySet()) {
            String path = file.getKey();
            boolean mark = files.marks().contains(path);
            boolean said = mark && isSaid(files.whole(path), file.getValue());
            if (mark && !said) {
                unsaid.add(path);
            }
            if (!file.getValue().equals(there.get(path))) {
                send.add(path);
            } else if (mark ? !said : !known.has(files.at(), path)) {
                read.add(path);
            }
        }
        shipment.map(Shipment::path).ifPresent(own -> {
            send.removeIf(path -> files.whole(path).equals(own));
            read.removeIf(path -> files.whole(path).equals(own));
        });
        String like = known.like(files.at(), send);
        Set<String> shared = new HashSet<>(send);
        shared.removeIf(path -> like.isEmpty() || files.marks().contains(path) || !known.has(like, path));
        return new Part(files, send, read, like, shared, unsaid);
    }

    /** Whether it is written down there as it lies here. */
    private boolean isSaid(String path, long size) throws ProblemException {
        Optional<FileThere> said = state.papers().companion(path).filter(file -> file.size() == size);
        return said.isPresent()
                && FileHere.entry(root(), path).sha256().equals(said.get().sha256());
    }

    private Path root() {
        return sealed.repository().store().root();
    }

    /** Objects that lie there and were read there when they came, by the repository in which they lie. */
    private record Known(Map<String, Set<String>> byPlace) {

        Known(List<CommitFiles> brought) {
            this(new HashMap<>());
            brought.forEach(this::add);
        }

        void add(CommitFiles files) {
            byPlace.computeIfAbsent(files.at(), _ -> new HashSet<>())
                    .addAll(files.files().keySet());
        }

        boolean has(String at, String path) {
            return byPlace.getOrDefault(at, Set.of()).contains(path);
        }

        /** The other repository there that has most of these; empty for none. */
        String like(String at, List<String> paths) {
            String like = "";
            long most = 0;
            for (String other : byPlace.keySet()) {
                long common = paths.stream().filter(path -> has(other, path)).count();
                if (!other.equals(at) && common > most) {
                    like = other;
                    most = common;
                }
            }
            return like;
        }
    }
}
