package io.tidemark.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.Images;
import io.tidemark.engine.Images.Way;
import io.tidemark.engine.Images.Wish;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts of clients that a person gave, and what is noted of deltas that were made. */
class ClientCountsTest {

    @TempDir
    Path temp;

    private ImageLab lab;

    @BeforeEach
    void build() throws Exception {
        lab = new ImageLab(temp);
        lab.build(0);
        lab.build(1);
        lab.build(2);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void countsOfTheSettingsAreShownAndReckonedWith() throws Exception {
        lab.init(Map.of("clients", id(0) + "=7," + id(2) + "=40"));
        lab.takeInAndPublish();
        Images.Matrix seen = lab.engine().images().matrix(lab.mirror());
        assertEquals(
                List.of(7L, -1L, 40L),
                seen.images().stream().map(Images.Image::clients).toList());
        assertTrue(plan(Map.of()).saved() > 0);
    }

    @Test
    void whatIsWishedComesBeforeTheSettings() throws Exception {
        lab.init(Map.of("clients", id(0) + "=7"));
        lab.takeInAndPublish();
        Images.Matrix plan = plan(Map.of(id(0), 9L, id(1), 2L));
        assertEquals(
                List.of(9L, 2L, -1L),
                plan.images().stream().map(Images.Image::clients).toList());
    }

    @Test
    void aSmallBudgetServesTheImageThatMostClientsHave() throws Exception {
        lab.init(Map.of("delta-budget", "9000", "clients", id(0) + "=900," + id(1) + "=1," + id(2) + "=0"));
        lab.takeInAndPublish();
        List<Images.Cell> cells = lab.engine().images().matrix(lab.mirror()).cells();
        assertTrue(cells.stream().anyMatch(cell -> cell.from().equals(id(0)) && cell.way() == Way.EXISTS));
    }

    @Test
    void aCountThatIsNoNumberIsRefused() {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> lab.init(Map.of("clients", id(0) + "=many")));
        assertEquals("puavo.option.value", refused.problem().code());
    }

    @Test
    void howLongADeltaTookIsKept() throws Exception {
        lab.init(Map.of());
        lab.takeInAndPublish();
        assertTrue(lab.engine().images().matrix(lab.mirror()).cells().stream()
                .allMatch(cell -> cell.took().isPresent()));
        assertTrue(plan(Map.of()).cells().stream().allMatch(cell -> cell.took().isPresent()));
    }

    @Test
    void workersRememberWhatIsFinished() throws Exception {
        var before = new io.tidemark.delta.DeltaPair("a", "b");
        var next = new io.tidemark.delta.DeltaPair("b", "c");
        DeltaWorkers workers = new DeltaWorkers(1, List.of(before), lab.job());
        workers.make(List.of(next), (pair, worker) -> assertEquals(List.of(before), workers.made()));
        assertEquals(List.of(before, next), workers.made());
    }

    private Images.Matrix plan(Map<String, Long> clients) throws Exception {
        Wish wish = new Wish(Optional.empty(), OptionalLong.empty(), clients);
        return lab.engine().images().plan(lab.mirror(), wish, lab.job());
    }

    private static String id(int number) {
        return ImageLab.id(ImageLab.STAMPS.get(number));
    }
}
