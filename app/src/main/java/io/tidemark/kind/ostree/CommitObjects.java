package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitDeltas;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which objects commits of one repository consist of, and what they take. Each object is looked at once however many commits
 * have it, for each has a number, and a commit is a set of numbers. Used by one thread.
 */
final class CommitObjects implements CommitDeltas.Weights {

    private static final int MOST = 8_000_000;

    private final OpenRepository repository;
    private final Objects objects;
    private final Map<Checksum, Integer> numbers = new HashMap<>();
    private final List<Long> sizes = new ArrayList<>();
    private final Map<Checksum, Node> nodes = new HashMap<>();
    private final Map<Checksum, Optional<BitSet>> commits = new HashMap<>();

    CommitObjects(OpenRepository repository) {
        this.repository = repository;
        this.objects = repository.objects();
    }

    /** A directory: its own number, those of its files and of what describes its directories, and its directories. */
    private record Node(int number, int[] leaves, List<Checksum> below) {}

    @Override
    public Optional<Long> whole(String commit, JobContext job) throws ProblemException, InterruptedException {
        return of(new Checksum(commit), job).map(this::bytes);
    }

    @Override
    public long missing(String from, String to, JobContext job) throws ProblemException, InterruptedException {
        BitSet missing = (BitSet) of(new Checksum(to), job).orElseThrow().clone();
        missing.andNot(of(new Checksum(from), job).orElseThrow());
        return bytes(missing);
    }

    private long bytes(BitSet set) {
        return set.stream().mapToLong(sizes::get).sum();
    }

    private Optional<BitSet> of(Checksum commit, JobContext job) throws ProblemException, InterruptedException {
        Optional<BitSet> known = commits.get(commit);
        if (known == null) {
            known = read(commit, job);
            commits.put(commit, known);
        }
        return known;
    }

    private Optional<BitSet> read(Checksum id, JobContext job) throws ProblemException, InterruptedException {
        if (repository.partial(id) || !objects.has(id, ObjectType.COMMIT)) {
            return Optional.empty();
        }
        try {
            Commit commit = objects.commit(id);
            BitSet set = new BitSet();
            set.set(number(id, ObjectType.COMMIT));
            set.set(number(commit.content().meta(), ObjectType.TREE_META));
            add(commit.content().tree(), set, 0, job);
            return Optional.of(set);
        } catch (ProblemException missing) {
            if (missing.problem().code().equals("ostree.missing")) {
                return Optional.empty();
            }
            throw missing;
        }
    }

    private void add(Checksum tree, BitSet set, int depth, JobContext job)
            throws ProblemException, InterruptedException {
        job.checkpoint();
        if (depth > TreeComparison.DEEPEST || sizes.size() > MOST) {
            throw Problems.bounds(repository.path(), String.valueOf(MOST));
        }
        Node node = node(tree);
        if (!set.get(node.number())) {
            set.set(node.number());
            for (int leaf : node.leaves()) {
                set.set(leaf);
            }
            for (Checksum each : node.below()) {
                add(each, set, depth + 1, job);
            }
        }
    }

    private Node node(Checksum tree) throws ProblemException {
        Node known = nodes.get(tree);
        if (known != null) {
            return known;
        }
        DirTree content = objects.tree(tree);
        int[] leaves = new int[content.files().size() + content.directories().size()];
        int count = 0;
        for (DirTree.Entry file : content.files()) {
            leaves[count++] = number(file.object(), ObjectType.PACKED);
        }
        for (DirTree.Entry each : content.directories()) {
            leaves[count++] = number(each.meta(), ObjectType.TREE_META);
        }
        List<Checksum> below =
                content.directories().stream().map(DirTree.Entry::object).toList();
        Node node = new Node(number(tree, ObjectType.TREE), leaves, below);
        nodes.put(tree, node);
        return node;
    }

    private int number(Checksum id, ObjectType type) throws ProblemException {
        Integer known = numbers.get(id);
        if (known == null) {
            known = sizes.size();
            sizes.add(size(id, type));
            numbers.put(id, known);
        }
        return known;
    }

    private long size(Checksum id, ObjectType type) throws ProblemException {
        Path file = objects.path(id, type);
        if (!objects.has(id, type)) {
            throw Problems.missing(repository.path(), id);
        }
        try {
            return Files.size(file);
        } catch (IOException failed) {
            throw Problems.unreadable(file, failed);
        }
    }
}
