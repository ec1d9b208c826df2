package io.tidemark.kind.ostree;

import static io.tidemark.kind.ostree.Yard.JOB;
import static io.tidemark.kind.ostree.Yard.OSTREE;
import static io.tidemark.kind.ostree.Yard.REF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.kind.CommitFetch;
import io.tidemark.kind.CommitPlace;
import io.tidemark.kind.CommitReady;
import io.tidemark.kind.CommitView;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other programs go on writing while something is made ready. */
@NeedsProgram("ostree")
class ScratchTest {

    private static final String OTHER = "demo/x86_64/other";

    @TempDir
    Path dir;

    private Yard yard;
    private Member member;
    private Checksum first;

    @BeforeEach
    void commit() throws Exception {
        yard = new Yard(dir);
        Path repository = yard.repository("r");
        first = yard.commit(repository, REF, yard.system("tree", "1"), "41.1");
        member = Member.of(repository).getFirst();
    }

    private Checksum foreign(String ref) throws Exception {
        return yard.commit(member.repository().path(), ref, yard.system("tree", "2"), "41.2");
    }

    @Test
    void whatOthersCommitMeanwhileStays() throws Exception {
        Scratch scratch = Scratch.cleaning(member, dir.resolve("scratch"));
        Checksum unfollowed = foreign(REF);
        Files.delete(member.repository().path().resolve("refs/heads").resolve(REF));
        Checksum followed = foreign(OTHER);
        scratch.keep(unfollowed);
        OSTREE.upkeep(scratch.path()).prune(-1, Map.of(), false, JOB);
        for (Checksum each : List.of(first, unfollowed, followed)) {
            assertEquals(each, member.repository().objects().commit(each).id());
        }
        assertTrue(OSTREE.upkeep(member.repository().path()).check(JOB).good());
    }

    @Test
    void whatOthersChangeMeanwhileIsNotTakenBack() throws Exception {
        Scratch scratch = Scratch.of(member, dir.resolve("scratch"));
        Checksum moved = foreign(REF);
        foreign(OTHER);
        OSTREE.refs(scratch.path()).summarise(Optional.empty(), JOB);
        CommitReady ready = scratch.ready();
        assertEquals(
                List.of("config", "summary"),
                ready.documents().stream().map(CommitReady.Document::path).toList());
        assertEquals(List.of(), ready.removals());
        OSTREE.refs(scratch.path()).set(REF, moved.hex(), JOB);
        OSTREE.refs(scratch.path()).set(OTHER, first.hex(), JOB);
        ProblemException refused = assertThrows(ProblemException.class, scratch::ready);
        assertEquals("ostree.moved-meanwhile", refused.problem().code());
    }

    @Test
    void halfOfAPullIsKept() throws Exception {
        Path half = Scratch.of(member, dir.resolve("scratch")).path().resolve("tmp/half");
        Files.writeString(half, "half");
        Scratch.of(member, dir.resolve("scratch"));
        assertEquals("half", Files.readString(half));
    }

    @Test
    void aSummaryOfUpstreamIsNotOurs() throws Exception {
        Path ours = yard.repository("ours");
        Path upstream = member.repository().path();
        OSTREE.content(ours).pullLocal(upstream, List.of(REF), -1, JOB);
        OSTREE.refs(ours).summarise(Optional.empty(), JOB);
        OSTREE.refs(upstream).summarise(Optional.empty(), JOB);
        Files.writeString(upstream.resolve("summary.sig"), "upstream's");
        CommitFetch fetch =
                new CommitFetch(new Upstream(upstream.toUri().toString(), Map.of()), Optional.empty(), Instant.EPOCH);
        CommitReady ready = new OstreeKind()
                .commits()
                .orElseThrow()
                .fetch(new CommitPlace(ours, dir.resolve("scratch")), fetch, JOB);
        assertEquals(List.of(), ready.documents());
    }

    @Test
    void aVersionThatLostSomethingIsStillPublishedAndKept() throws Exception {
        Path repository = member.repository().path();
        String path = ObjectType.COMMIT.path(first);
        Files.createFile(repository.resolve("state/" + first.hex() + ".commitpartial"));
        CommitView view = new OstreeKind().commits().orElseThrow().view(repository, Map.of("41.1", path), Map.of());
        assertEquals("41.1", view.lines().getFirst().head().orElseThrow().version());
        assertEquals(1, view.notices().size());
        Files.delete(repository.resolve("refs/heads").resolve(REF));
        new Cleaning(OSTREE, new CommitPlace(repository, dir.resolve("scratch")), List.of(path), JOB).run(List.of());
        assertTrue(Files.exists(repository.resolve(path)));
    }
}
