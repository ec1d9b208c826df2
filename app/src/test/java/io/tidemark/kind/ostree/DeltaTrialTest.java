package io.tidemark.kind.ostree;

import static io.tidemark.kind.ostree.Yard.JOB;
import static io.tidemark.kind.ostree.Yard.OSTREE;
import static io.tidemark.kind.ostree.Yard.REF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.model.ProblemException;
import io.tidemark.program.OstreeUpkeep;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deltas as the real program makes them, and what becomes of them. */
@NeedsProgram("ostree")
class DeltaTrialTest {

    private static final int LARGE = 5_000_000;

    @TempDir
    Path dir;

    @Test
    void onlyWhatMakesTheWholeCommitPasses() throws Exception {
        Yard yard = new Yard(dir);
        Path repository = yard.repository("r");
        Path system = yard.system("tree", "1");
        Path library = system.resolve("library.so");
        byte[] content = random(100_000);
        Files.write(library, content);
        Checksum old = yard.commit(repository, REF, system, "41.1");
        content[50_000]++;
        Files.write(library, content);
        Files.write(system.resolve("large"), random(LARGE));
        Checksum fresh = yard.commit(repository, REF, system, "41.2");
        OSTREE.upkeep(repository).makeDelta(new OstreeUpkeep.Delta(Optional.of(old.hex()), fresh.hex()), JOB);
        Path delta = repository.resolve(StaticDeltas.Delta.path(Optional.of(old), fresh));
        assertEquals(1, DeltaHead.read(delta.resolve("superblock")).apart().size(), "what clients fetch by itself");
        trial(repository, old, fresh, delta);
        assertFalse(Files.exists(dir.resolve("trial")));
        Path large = repository.resolve(ObjectType.PACKED.path(
                DeltaHead.read(delta.resolve("superblock")).apart().iterator().next()));
        Path aside = Files.move(large, dir.resolve("aside"));
        ProblemException missing = assertThrows(ProblemException.class, () -> trial(repository, old, fresh, delta));
        assertEquals("ostree.delta-wrong", missing.problem().code());
        Files.move(aside, large);
        byte[] part = Files.readAllBytes(delta.resolve("0"));
        part[part.length / 2]++;
        Files.delete(delta.resolve("0"));
        Files.write(delta.resolve("0"), part);
        ProblemException broken = assertThrows(ProblemException.class, () -> trial(repository, old, fresh, delta));
        assertEquals("ostree.program", broken.problem().code());
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private void trial(Path repository, Checksum old, Checksum fresh, Path delta) throws Exception {
        Member member = Member.of(repository).getFirst();
        new DeltaTrial(OSTREE, member.repository().objects(), dir.resolve("trial"), JOB)
                .require(Optional.of(old), fresh, delta);
    }
}
