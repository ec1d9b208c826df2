package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one commit consists of.
 *
 * @param files the names that each file object has in it, without directories
 * @param others what describes those: the commit, directories, their owners and modes
 */
record CommitContents(Map<Checksum, Set<String>> files, Map<Checksum, ObjectType> others) {

    private static final int MOST = 8_000_000;

    static CommitContents of(Objects objects, Checksum id, JobContext job)
            throws ProblemException, InterruptedException {
        CommitContents contents = new CommitContents(new HashMap<>(), new HashMap<>());
        Commit commit = objects.commit(id);
        contents.others.put(id, ObjectType.COMMIT);
        contents.others.put(commit.content().meta(), ObjectType.TREE_META);
        contents.add(objects, commit.content().tree(), 0, job);
        return contents;
    }

    /** Of nothing at all. */
    static CommitContents none() {
        return new CommitContents(Map.of(), Map.of());
    }

    private void add(Objects objects, Checksum tree, int depth, JobContext job)
            throws ProblemException, InterruptedException {
        job.checkpoint();
        if (others.put(tree, ObjectType.TREE) != null) {
            return;
        } else if (depth > TreeComparison.DEEPEST || files.size() + others.size() > MOST) {
            throw Problems.bounds(objects.repository(), String.valueOf(MOST));
        }
        DirTree content = objects.tree(tree);
        for (DirTree.Entry file : content.files()) {
            files.computeIfAbsent(file.object(), _ -> new HashSet<>()).add(file.name());
        }
        for (DirTree.Entry each : content.directories()) {
            others.put(each.meta(), ObjectType.TREE_META);
            add(objects, each.object(), depth + 1, job);
        }
    }

    /** The names of the files that another one has not. */
    Set<String> namesBeyond(CommitContents other) {
        Set<String> names = new HashSet<>();
        files.forEach((file, called) -> {
            if (!other.files.containsKey(file)) {
                names.addAll(called);
            }
        });
        return names;
    }
}
