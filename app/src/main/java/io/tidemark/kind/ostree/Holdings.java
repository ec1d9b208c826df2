package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitFiles;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Gathers the files that clients fetch of commits in one repository, each once. Used once. */
final class Holdings {

    private static final int MOST = 8_000_000;

    private final Member member;
    private final JobContext job;
    private final SequencedMap<String, Long> files = new LinkedHashMap<>();
    private final Set<String> marks = new LinkedHashSet<>();
    private final Set<Checksum> trees = new HashSet<>();

    private Holdings(Member member, JobContext job) {
        this.member = member;
        this.job = job;
    }

    /** Those of all these commits, for each repository in which some lie. */
    static List<CommitFiles> of(Path root, List<String> commits, boolean strict, JobContext job)
            throws ProblemException, InterruptedException {
        Map<String, Holdings> byMember = new LinkedHashMap<>();
        List<Member> members = Member.of(root);
        for (String path : commits) {
            Optional<Place> place = strict ? Optional.of(Place.require(Path.of(path))) : Place.of(Path.of(path));
            for (Member member : place.isPresent() ? members : List.<Member>of()) {
                if (member.holds(path)) {
                    byMember.computeIfAbsent(member.path(), _ -> new Holdings(member, job))
                            .add(place.get().commit(), strict);
                    break;
                }
            }
        }
        return byMember.values().stream().map(Holdings::files).toList();
    }

    private CommitFiles files() {
        return new CommitFiles(member.path().isEmpty() ? "." : member.path(), files, marks);
    }

    private void add(Checksum id, boolean strict) throws ProblemException, InterruptedException {
        try {
            Bearings.requireArchive(member);
            add(id);
        } catch (ProblemException partly) {
            if (strict) {
                throw partly;
            }
        }
    }

    private void add(Checksum id) throws ProblemException, InterruptedException {
        Objects objects = member.repository().objects();
        if (member.repository().partial(id)) {
            throw Problems.missing(member.repository().path(), id);
        }
        Commit commit = objects.commit(id);
        object(commit.content().meta(), ObjectType.TREE_META);
        tree(commit.content().tree(), 0);
        for (StaticDeltas.Delta delta : new StaticDeltas(member.repository().path()).read()) {
            if (delta.to().equals(id)) {
                delta(delta);
            }
        }
        if (objects.has(id, ObjectType.COMMIT_META)) {
            mark(ObjectType.COMMIT_META.path(id));
        }
        mark(ObjectType.COMMIT.path(id));
    }

    private void tree(Checksum id, int depth) throws ProblemException, InterruptedException {
        job.checkpoint();
        if (!trees.add(id)) {
            return;
        } else if (depth > TreeComparison.DEEPEST || files.size() > MOST) {
            throw Problems.bounds(member.repository().path(), String.valueOf(MOST));
        }
        object(id, ObjectType.TREE);
        DirTree content = member.repository().objects().tree(id);
        for (DirTree.Entry file : content.files()) {
            object(file.object(), ObjectType.PACKED);
        }
        for (DirTree.Entry each : content.directories()) {
            object(each.meta(), ObjectType.TREE_META);
            tree(each.object(), depth + 1);
        }
    }

    private void object(Checksum id, ObjectType type) throws ProblemException {
        if (!files.containsKey(type.path(id))) {
            if (!member.repository().objects().has(id, type)) {
                throw Problems.missing(member.repository().path(), id);
            }
            take(type.path(id));
        }
    }

    /** Its parts first: a client that sees the head of a delta finds the rest. */
    private void delta(StaticDeltas.Delta delta) throws ProblemException {
        Path directory = member.repository().path().resolve(delta.path());
        for (int part = 0;
                Files.isRegularFile(directory.resolve(String.valueOf(part)), LinkOption.NOFOLLOW_LINKS);
                part++) {
            mark(delta.path() + "/" + part);
        }
        mark(delta.path() + "/" + StaticDeltas.HEAD);
    }

    private void mark(String inside) throws ProblemException {
        take(inside);
        marks.add(inside);
    }

    private void take(String inside) throws ProblemException {
        Path file = member.repository().path().resolve(inside);
        try {
            files.put(inside, Files.size(file));
        } catch (IOException failed) {
            throw Problems.unreadable(file, failed);
        }
    }
}
