package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.kind.OwnComparison;
import io.tidemark.model.EntryPath;
import io.tidemark.model.FileChange;
import io.tidemark.model.PackageChange;
import io.tidemark.model.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Compares what two commits hold. */
record CommitComparison() implements OwnComparison {

    @Override
    public List<PackageChange> packages(Side before, Side after, JobContext job) {
        return PackageComparison.of(CommitFacts.packages(before.facts()), CommitFacts.packages(after.facts()));
    }

    @Override
    public void files(Side before, Side after, Consumer<FileChange> sink, JobContext job)
            throws ProblemException, InterruptedException {
        Place old = Place.require(before.tree());
        Place now = Place.require(after.tree());
        Objects older = Surroundings.objects(old);
        Objects newer = Surroundings.objects(now);
        new TreeComparison(older, newer, job)
                .of(older.commit(old.commit()), newer.commit(now.commit())).stream()
                        .sorted(Comparator.comparing(change -> new EntryPath(change.path())))
                        .forEach(sink);
    }
}
