package io.tidemark.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 21})
    void nothingScrollsWhereThereIsRoomForEveryLane(int lanes) {
        for (double height = Rows.wanted(lanes); height < Rows.wanted(lanes) + 300; height += 0.5) {
            assertEquals(0, new Rows(800, height, 0, lanes, Rows.LABELS).mostScroll(), "at a height of " + height);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 21})
    void theLastLaneCanBeScrolledIntoThePicture(int lanes) {
        Rows tight = new Rows(800, Rows.wanted(lanes) - 20, 0, lanes, Rows.LABELS);
        Rows scrolled = new Rows(800, tight.height(), tight.mostScroll(), lanes, Rows.LABELS);
        assertTrue(tight.mostScroll() > 0);
        assertEquals(lanes - 1, scrolled.lastLane());
        assertTrue(scrolled.laneMiddle(lanes - 1) < tight.height());
    }

    @Test
    void longNamesWidenTheColumnWithinBounds() {
        assertEquals(Rows.LABELS, Rows.labels(40, 900));
        assertEquals(210, Rows.labels(210, 900));
        assertEquals(180, Rows.labels(210, 600));
        assertEquals(Rows.LABELS, Rows.labels(210, 200));
        assertTrue(Rows.labels(5_000, 5_000) < 300);
    }
}
