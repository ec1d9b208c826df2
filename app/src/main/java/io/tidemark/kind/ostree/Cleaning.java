package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitPlace;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Ostree;
import io.tidemark.program.OstreeRefs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Removes what no ref and no version needs. Versions that no ref reaches are held by refs of the scratch repository, which
 * nobody else sees. Used once.
 */
final class Cleaning {

    private static final String KEEP = "tidemark-keep/";
    private static final int ALL = -1;

    private final Ostree ostree;
    private final CommitPlace place;
    private final List<String> kept;
    private final JobContext job;

    Cleaning(Ostree ostree, CommitPlace place, List<String> kept, JobContext job) {
        this.ostree = ostree;
        this.place = place;
        this.kept = kept;
        this.job = job;
    }

    /** Bytes that are free now. */
    long run(List<String> dropped) throws ProblemException, InterruptedException {
        List<Member> members = Member.of(place.root());
        long before = bytes(members);
        for (Member member : members) {
            Scratch scratch = Scratch.of(member, place.scratch());
            for (String each : dropped) {
                drop(scratch, new Checksum(each));
            }
            keep(member, ostree.refs(scratch.path()));
            ostree.upkeep(scratch.path()).prune(ALL, Map.of(), false, job);
        }
        return Math.max(0, before - bytes(members));
    }

    private void drop(Scratch scratch, Checksum commit) throws ProblemException, InterruptedException {
        boolean followed = scratch.member().repository().refs().stream()
                .anyMatch(ref -> ref.commit().equals(commit));
        if (!followed && scratch.member().repository().objects().has(commit, ObjectType.COMMIT)) {
            ostree.upkeep(scratch.path()).delete(commit.hex(), job);
        }
    }

    private void keep(Member member, OstreeRefs refs) throws ProblemException, InterruptedException {
        for (String path : kept) {
            Optional<Place> version = member.holds(path) ? Place.of(Path.of(path)) : Optional.empty();
            if (version.isPresent() && whole(member, version.get().commit())) {
                Checksum commit = version.get().commit();
                refs.set(KEEP + commit.hex(), commit.hex(), job);
            }
        }
    }

    private static boolean whole(Member member, Checksum commit) {
        return member.repository().objects().has(commit, ObjectType.COMMIT)
                && !member.repository().partial(commit);
    }

    private static long bytes(List<Member> members) throws ProblemException {
        List<Path> trees = new ArrayList<>();
        for (Member member : members) {
            trees.add(member.repository().path().resolve("objects"));
            trees.add(member.repository().path().resolve("deltas"));
        }
        try {
            return Trees.bytes(trees);
        } catch (IOException failed) {
            throw Problems.unreadable(members.getFirst().repository().path(), failed);
        }
    }
}
