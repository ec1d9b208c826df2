package io.tidemark.kind.git;

import io.tidemark.job.JobContext;
import io.tidemark.kind.OwnComparison;
import io.tidemark.model.BootRole;
import io.tidemark.model.FileChange;
import io.tidemark.model.PackageChange;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Git;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Compares two versions of a git mirror: refs, commits, and the files of branches that moved. */
record GitComparison(Git git) implements OwnComparison {

    private static final int SHORT = 10;
    private static final int MOST_COMMITS = 1_000;
    private static final int MOST_BRANCHES = 50;
    private static final String TAGS = "refs/tags/";

    @Override
    public List<PackageChange> packages(Side before, Side after, JobContext job)
            throws ProblemException, InterruptedException {
        Refs old = new BareRepository(before.tree()).refs();
        Refs fresh = new BareRepository(after.tree()).refs();
        List<PackageChange> changes = new ArrayList<>();
        List<PackageChange> commits = new ArrayList<>();
        for (String ref : names(old, fresh)) {
            Optional<String> was = Optional.ofNullable(old.ids().get(ref));
            Optional<String> is = Optional.ofNullable(fresh.ids().get(ref));
            if (!was.equals(is)) {
                List<PackageChange> came = new ArrayList<>();
                List<PackageChange> left = new ArrayList<>();
                boolean both = was.isPresent() && is.isPresent() && !ref.startsWith(TAGS);
                if (both && commits.size() < MOST_COMMITS) {
                    came = commits(after, before, was.get(), is.get(), ref, true, job);
                    left = commits(after, before, is.get(), was.get(), ref, false, job);
                }
                boolean continued = both && git.isAncestor(after.tree(), was.get(), is.get(), job);
                changes.add(change(ref, was, is, continued));
                commits.addAll(left);
                commits.addAll(came);
            }
        }
        changes.addAll(commits);
        return changes;
    }

    private static TreeSet<String> names(Refs old, Refs fresh) {
        TreeSet<String> names = new TreeSet<>(old.ids().keySet());
        names.addAll(fresh.ids().keySet());
        return names;
    }

    private static PackageChange change(String ref, Optional<String> was, Optional<String> is, boolean continued) {
        PackageChange.Kind kind;
        if (was.isEmpty()) {
            kind = PackageChange.Kind.ADDED;
        } else if (is.isEmpty()) {
            kind = PackageChange.Kind.REMOVED;
        } else {
            boolean forward = continued && !ref.startsWith(TAGS);
            kind = forward ? PackageChange.Kind.UPGRADED : PackageChange.Kind.REBUILT;
        }
        return new PackageChange(
                kind,
                RefFacts.section(ref),
                RefFacts.name(ref),
                was.map(GitComparison::brief).orElse(""),
                is.map(GitComparison::brief).orElse(""),
                0,
                BootRole.NONE);
    }

    private List<PackageChange> commits(
            Side after, Side before, String without, String in, String ref, boolean came, JobContext job)
            throws ProblemException, InterruptedException {
        String[] records = git.log(after.tree(), before.tree().resolve("objects"), without, in, MOST_COMMITS, job)
                .split("\0", -1);
        List<PackageChange> commits = new ArrayList<>();
        for (int i = 0; i + 2 < records.length; i += 3) {
            String id = brief(records[i]);
            commits.add(new PackageChange(
                    came ? PackageChange.Kind.ADDED : PackageChange.Kind.REMOVED,
                    RefFacts.plain(ref),
                    records[i + 2],
                    came ? "" : id,
                    came ? id : "",
                    0,
                    BootRole.NONE));
        }
        return commits;
    }

    private static String brief(String id) {
        return id.substring(0, Math.min(SHORT, id.length()));
    }

    @Override
    public void files(Side before, Side after, Consumer<FileChange> sink, JobContext job)
            throws ProblemException, InterruptedException {
        TreeMap<String, String> old =
                new TreeMap<>(new BareRepository(before.tree()).refs().branches());
        TreeMap<String, String> fresh =
                new TreeMap<>(new BareRepository(after.tree()).refs().branches());
        boolean several = old.size() > 1 || fresh.size() > 1;
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        names.removeIf(ref -> Optional.ofNullable(old.get(ref)).equals(Optional.ofNullable(fresh.get(ref))));
        boolean whole = new BareRepository(before.tree()).whole() && new BareRepository(after.tree()).whole();
        for (String ref : names.stream().limit(whole ? MOST_BRANCHES : 0).toList()) {
            job.checkpoint();
            BlobList was =
                    old.containsKey(ref) ? BlobList.read(git.files(before.tree(), old.get(ref), job)) : BlobList.none();
            BlobList is = fresh.containsKey(ref)
                    ? BlobList.read(git.files(after.tree(), fresh.get(ref), job))
                    : BlobList.none();
            was.compare(is, several ? RefFacts.plain(ref) + ":" : "", sink);
        }
    }
}
