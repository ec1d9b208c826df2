package io.tidemark.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ChangePage;
import io.tidemark.model.FileChange;
import io.tidemark.model.ManifestEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class PagedChangesTest {

    private static final long MILLION = 1_000_000;

    private final List<Long> asked = new ArrayList<>();
    private final PagedChanges changes = new PagedChanges(MILLION, asked::add);

    @Test
    void onlyPagesLookedAtAreAskedForAndOnlyOnce() {
        assertNull(changes.get(0));
        assertNull(changes.get(499));
        assertNull(changes.get(700_001));
        assertEquals(List.of(0L, 700_000L), asked);
    }

    @Test
    void aPageThatComesFillsItsRowsAndSaysSo() {
        List<Integer> updated = new ArrayList<>();
        changes.addListener((ListChangeListener<FileChange>) change -> {
            while (change.next()) {
                updated.add(change.getFrom());
            }
        });
        changes.get(1_000);
        changes.deliver(page(1_000));
        assertEquals("path-1000", changes.get(1_000).path());
        assertEquals("path-1499", changes.get(1_499).path());
        assertEquals(1_000, updated.getFirst());
    }

    @Test
    void memoryStaysBoundedHoweverFarOneScrolls() {
        for (int row = 0; row < MILLION; row += PagedChanges.PAGE) {
            changes.get(row);
            changes.deliver(page(row));
        }
        assertTrue(changes.pagesHeld() <= 40, "pages held: " + changes.pagesHeld());
        assertEquals("path-999999", changes.get(999_999).path());
    }

    @Test
    void aPageThatFailedIsAskedForAgain() {
        changes.get(0);
        changes.failed(0);
        changes.get(0);
        assertEquals(List.of(0L, 0L), asked);
    }

    @Test
    void theListShrinksWhenThereIsLessThanWasThought() {
        changes.get(0);
        changes.deliver(new ChangePage(List.of(), 0, 0));
        assertEquals(0, changes.size());
    }

    private static ChangePage page(long offset) {
        List<FileChange> rows = LongStream.range(offset, offset + PagedChanges.PAGE)
                .mapToObj(row ->
                        new FileChange(FileChange.Kind.ADDED, "path-" + row, "", 0, row, ManifestEntry.Type.FILE))
                .toList();
        return new ChangePage(rows, offset, MILLION);
    }
}
