package io.tidemark.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.local.LocalEngine;
import io.tidemark.engine.repository.Ground;
import io.tidemark.engine.repository.Neighbours;
import io.tidemark.job.JobContext;
import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.model.ForeignWriter;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.Policies;
import io.tidemark.model.ProblemException;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.source.UrlSources;
import io.tidemark.store.DiskStores;
import io.tidemark.text.Texts;
import io.tidemark.toy.ToyKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kind that is added as one line of a list has every operation, guard, comparison and text that the others have. */
class SixthKindTest {

    @TempDir
    private Path dir;

    private final MachinePool cpu = new MachinePool();
    private final JobContext job = new Unwatched(cpu);
    private final LabClock clock = new LabClock(Instant.parse("2026-11-22T08:05:00Z"));
    private final RepositoryKind kind = new ToyKind();
    private Engine engine;
    private String place;

    @BeforeEach
    void open() throws Exception {
        Ground ground = new Ground(new DiskStores(clock), new UrlSources(), List.of(kind), clock, "child@home");
        Neighbours nobody = new Neighbours() {
            @Override
            public List<ForeignWriter> of(Path root) {
                return List.of();
            }

            @Override
            public void disable(ForeignWriter writer) {
                throw new IllegalStateException("nobody writes");
            }
        };
        engine = LocalEngine.make(ground, nobody, dir.resolve("workspace.json"), cpu);
        place = dir.resolve("toys").toString();
        upstream(Map.of("bear", "brown", "car", "fast"));
        run(new Operation.Init(
                place,
                "toy",
                "",
                new Upstream(dir.resolve("up").toUri().toString(), Map.of()),
                TransferSettings.standard(),
                Policies.standard(),
                Optional.empty(),
                List.of()));
    }

    @AfterEach
    void close() {
        cpu.close();
    }

    private void upstream(Map<String, String> toys) throws Exception {
        List<String> lines = new ArrayList<>();
        Files.createDirectories(dir.resolve("up/red"));
        for (Map.Entry<String, String> toy : toys.entrySet()) {
            Files.writeString(dir.resolve("up/red/" + toy.getKey()), toy.getValue());
            lines.add(toy.getKey() + " " + toy.getValue().length());
        }
        Files.write(dir.resolve("up/red.txt"), lines);
    }

    private Outcome run(Operation operation) throws Exception {
        Outcome outcome = engine.operations().run(engine.operations().plan(operation, job), job);
        clock.advance(Duration.ofDays(1));
        return outcome;
    }

    private Operation update(String... overrides) {
        return new Operation.Update(
                place, Optional.empty(), Optional.of("shelf"), false, List.of(overrides), List.of());
    }

    private String live() throws Exception {
        return Files.readSymbolicLink(dir.resolve("toys/shelf")).toString();
    }

    @Test
    void everythingWorksThatWorksForTheOthers() throws Exception {
        run(update());
        assertEquals("2026-11-23", live());
        upstream(Map.of("bear", "brown", "car", "faster", "duck", "yellow"));
        run(update());
        assertEquals("2026-11-24", live());
        var changed = engine.views().compare(place, "2026-11-23", "2026-11-24", job);
        assertEquals(
                2, changed.files().values().stream().mapToLong(Long::longValue).sum());
        run(new Operation.Rollback(place, "shelf", Optional.empty(), true, "it quacks"));
        assertEquals("2026-11-23", live());
        run(new Operation.Release(place, "shelf", ""));
        run(new Operation.Snapshot(place, "2026-11-24", "best"));
        run(new Operation.Promote(place, "best", "attic", true, false, ""));
        run(new Operation.Verify(place, Optional.empty()));
        run(new Operation.Promote(place, "best", "shelf", false, false, ""));
        assertEquals(3, engine.views().versions(place).size());
        assertEquals(2, engine.views().timeline(place).lanes().size());
    }

    @Test
    void itsOwnGuardHoldsAndIsPassedOverByName() throws Exception {
        upstream(Map.of("bear", "brown"));
        Plan plan = engine.operations().plan(update(), job);
        assertFalse(plan.mayRun());
        Texts texts = new Texts(Locale.FRENCH, Clock.systemUTC(), ZoneId.of("UTC"), bundles());
        String said = plan.gates().stream()
                .filter(gate -> !gate.open())
                .map(gate -> texts.say(gate.phrase()))
                .findFirst()
                .orElseThrow();
        assertEquals("L’amont n’a plus qu’un jouet.", said);
        run(update("dull"));
        assertEquals("2026-11-23", live());
        ProblemException unknown = assertThrows(ProblemException.class, () -> run(update("rewritten")));
        assertTrue(unknown.problem().args().get("known").toString().contains("dull"));
    }

    @Test
    void whatItRefusesIsSaidInItsOwnWords() {
        Upstream green = new Upstream(dir.resolve("up").toUri().toString(), Map.of("colour", List.of("green")));
        Operation init = new Operation.Init(
                dir.resolve("other").toString(),
                "toy",
                "",
                green,
                TransferSettings.standard(),
                Policies.standard(),
                Optional.empty(),
                List.of());
        ProblemException refused = assertThrows(ProblemException.class, () -> run(init));
        assertEquals("toy.colour", refused.problem().code());
        assertTrue(engine.views().kinds().stream().anyMatch(info -> info.id().equals("toy")));
    }

    private List<String> bundles() {
        List<String> bundles = new ArrayList<>(Texts.BUNDLES);
        bundles.add(kind.messages());
        return bundles;
    }
}
