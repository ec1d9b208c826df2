package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitPlace;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Ostree;
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
            Scratch scratch = Scratch.cleaning(member, place.scratch());
            for (String each : dropped) {
                drop(scratch, new Checksum(each));
            }
            keep(scratch);
            ostree.upkeep(scratch.path()).prune(ALL, Map.of(), false, job);
        }
        return Math.max(0, before - bytes(members));
    }

    private void drop(Scratch scratch, Checksum commit) throws ProblemException, InterruptedException {
        if (!scratch.member().repository().refers(commit)
                && scratch.member().repository().objects().has(commit, ObjectType.COMMIT)) {
            ostree.upkeep(scratch.path()).delete(commit.hex(), job);
        }
    }

    /** What is incomplete stays too: what it lacks may be fetched again. */
    private void keep(Scratch scratch) throws ProblemException {
        Member member = scratch.member();
        for (String path : kept) {
            Optional<Place> version = member.holds(path) ? Place.of(Path.of(path)) : Optional.empty();
            if (version.isPresent()
                    && member.repository().objects().has(version.get().commit(), ObjectType.COMMIT)) {
                scratch.keep(version.get().commit());
            }
        }
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
