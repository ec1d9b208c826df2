package io.tidemark.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.model.Comparison;
import io.tidemark.model.PackageChange;
import io.tidemark.ui.SampleEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PackagesModelTest {

    private final PackagesModel model = new PackagesModel();

    @BeforeEach
    void show() throws Exception {
        Comparison comparison = SampleEngine.full().views().compare("alpine-thin-clients", "3.15.4", "3.15.5", null);
        model.show(comparison.packages());
    }

    @Test
    void eachRowIsCountedOnce() {
        assertEquals(131, model.rows().size());
        assertEquals(131, model.count());
        assertEquals(5, model.counts().get(Category.BOOT));
    }

    @Test
    void chipsCombine() {
        model.toggle(Category.BOOT);
        assertEquals(5, model.rows().size());
        model.toggle(Category.REMOVED);
        assertEquals(5 + model.counts().get(Category.REMOVED), model.rows().size());
        model.toggle(Category.BOOT);
        model.toggle(Category.REMOVED);
        assertEquals(131, model.rows().size());
    }

    @Test
    void countsFollowTheFilter() {
        model.filter().set("LINUX");
        assertEquals(2, model.rows().size());
        assertEquals(2, model.counts().get(Category.BOOT));
        model.toggle(Category.ADDED);
        assertEquals(0, model.rows().size());
        assertEquals(2, model.count());
    }

    @Test
    void bootCriticalComesFirstWhateverHappenedToIt() {
        assertEquals("linux-lts", model.rows().getFirst().name());
        assertEquals(Category.BOOT, Category.of(model.rows().getFirst()));
        assertEquals(PackageChange.Kind.UPGRADED, model.rows().getFirst().kind());
    }
}
