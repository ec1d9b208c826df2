package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The objects that some commits and all before them need, as far as they are there; those that go end the way back. What two
 * commits share is followed once. Used once.
 */
final class Reach {

    private final OpenRepository repository;
    private final Set<Checksum> gone;
    private final JobContext job;
    private final Set<Checksum> objects = new HashSet<>();

    Reach(OpenRepository repository, Set<Checksum> gone, JobContext job) {
        this.repository = repository;
        this.gone = gone;
        this.job = job;
    }

    /** All that were reached. */
    Set<Checksum> objects() {
        return objects;
    }

    /** What a ref stands for does not go, whoever wants it. */
    void ref(Checksum head) throws ProblemException, InterruptedException {
        gone.remove(head);
        commit(head);
    }

    void commit(Checksum head) throws ProblemException, InterruptedException {
        Optional<Checksum> next = Optional.of(head);
        while (next.isPresent() && !gone.contains(next.get()) && !objects.contains(next.get())) {
            next = alone(next.get());
        }
    }

    /** One commit without those before it; the one before it. */
    Optional<Checksum> alone(Checksum id) throws ProblemException, InterruptedException {
        objects.add(id);
        Optional<Commit> commit = repository.objects().findCommit(id);
        if (commit.isPresent()) {
            objects.add(commit.get().content().meta());
            tree(commit.get().content().tree(), 0);
        }
        return commit.flatMap(each -> each.content().parent());
    }

    private void tree(Checksum id, int depth) throws ProblemException, InterruptedException {
        job.checkpoint();
        if (!objects.add(id) || !repository.objects().has(id, ObjectType.TREE)) {
            return;
        } else if (depth > TreeComparison.DEEPEST) {
            throw Problems.bounds(repository.path(), String.valueOf(TreeComparison.DEEPEST));
        }
        DirTree content = repository.objects().tree(id);
        content.files().forEach(file -> objects.add(file.object()));
        for (DirTree.Entry each : content.directories()) {
            objects.add(each.meta());
            tree(each.object(), depth + 1);
        }
    }
}
