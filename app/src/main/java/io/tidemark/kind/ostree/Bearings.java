package io.tidemark.kind.ostree;

import io.tidemark.kind.CommitMove;
import io.tidemark.kind.CommitMove.Way;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.OstreeNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a version comes from and where it goes.
 *
 * @param member the repository that it goes to
 * @param ref the ref there
 * @param head what the ref stands for now, if it is there
 * @param place where the version's own commit lies
 * @param version that commit
 */
record Bearings(Member member, String ref, Optional<Commit> head, Place place, Commit version) {

    private static final String HEADS = "refs/heads/";
    private static final int LONGEST_HISTORY = 10_000;

    static Bearings of(Path root, CommitMove move) throws ProblemException {
        Member member = member(root, move.link());
        String ref = member.inside(move.link()).substring(HEADS.length());
        Objects objects = member.repository().objects();
        Optional<Checksum> head = member.repository().resolve(ref);
        Place place = Place.require(root.resolve(move.version().path()));
        return new Bearings(
                member,
                ref,
                head.isPresent() ? Optional.of(objects.commit(head.get())) : Optional.empty(),
                place,
                place.open().objects().commit(place.commit()));
    }

    /** The repository in which a ref's file lies or shall lie. */
    static Member member(Path root, String link) throws ProblemException {
        Member member = holding(root, link);
        requireArchive(member);
        return member;
    }

    /** The same, and whether web servers could serve it does not matter. */
    static Member holding(Path root, String link) throws ProblemException {
        for (Member member : Member.of(root)) {
            if (member.holds(link) && isRef(member.inside(link))) {
                return member;
            }
        }
        throw new ProblemException(Problem.of("ostree.link", Problem.Category.USAGE, "object", link));
    }

    /** Refused where the repository is of a mode that plain web servers cannot serve. */
    static void requireArchive(Member member) throws ProblemException {
        if (!member.repository().settings().archive()) {
            throw new ProblemException(Problem.of(
                    "ostree.mode",
                    Problem.Category.REFUSED,
                    "object",
                    member.repository().path(),
                    "mode",
                    member.repository().settings().mode()));
        }
    }

    private static boolean isRef(String inside) {
        return inside.startsWith(HEADS) && OstreeNames.isRef(inside.substring(HEADS.length()));
    }

    Way way(CommitMove move) throws ProblemException {
        if (head.isPresent() && publishes(move, head.get()) && accepted(head.get())) {
            return Way.NOTHING;
        } else if (move.byRef() && earlier(move).isPresent()) {
            return Way.EARLIER;
        }
        return accepted(version) && forward() ? Way.SAME : Way.NEW;
    }

    /** What is new must be signed as what was there is; what goes back may be, and the summary must. */
    void requireOurs(Way way, OstreeOptions options) throws ProblemException {
        Custody custody = Custody.of(member, options);
        switch (way) {
            case NEW -> custody.requireAfter(head);
            case SAME, EARLIER -> custody.require();
            case NOTHING -> {}
        }
    }

    /** Versions of the same content are told apart by what they are called; how, the reader of all commits knows. */
    private static boolean publishes(CommitMove move, Commit commit) {
        return move.version().published().contains(commit.id().hex());
    }

    /** The commit by which the ref published that version before, the newest of them. */
    Optional<Checksum> earlier(CommitMove move) throws ProblemException {
        if (head.isEmpty()) {
            return Optional.empty();
        }
        return history(member.repository(), head.get().id()).stream()
                .filter(each -> publishes(move, each))
                .map(Commit::id)
                .findFirst();
    }

    private boolean accepted(Commit commit) throws ProblemException {
        try {
            boolean bound = commit.acceptedAs(ref);
            Optional<String> collection = member.repository().settings().collection();
            return bound && (collection.isEmpty() || collection.get().equals(commit.string(Commit.COLLECTION)));
        } catch (Malformed damaged) {
            throw Problems.damaged(commit.id(), damaged);
        }
    }

    /** Whether the version comes after what the ref stands for now, so that clients go forward to it. */
    private boolean forward() throws ProblemException {
        return head.isEmpty()
                || history(place.open(), version.id()).stream()
                        .anyMatch(each -> each.id().equals(head.get().id()));
    }

    private static List<Commit> history(OpenRepository repository, Checksum head) throws ProblemException {
        return repository.history(head, LONGEST_HISTORY).commits();
    }
}
