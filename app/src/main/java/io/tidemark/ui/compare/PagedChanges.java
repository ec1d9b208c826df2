package io.tidemark.ui.compare;

import io.tidemark.model.ChangePage;
import io.tidemark.model.FileChange;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableListBase;

/**
 * Changed files as a list of which only the pages that somebody looks at are in memory. Asking for a row that is not
 * there answers null, and asks the loader for its page; when it comes, the list says that those rows changed. Used on
 * the JavaFX thread.
 */
final class PagedChanges extends ObservableListBase<FileChange> {

    /** Rows asked for at once. */
    static final int PAGE = 500;

    private static final int PAGES_KEPT = 40;

    private final Loader loader;
    private final Map<Integer, List<FileChange>> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Integer> asked = new HashSet<>();
    private int size;

    /** Brings the page that begins at a row, by calling {@link PagedChanges#deliver} later. */
    @FunctionalInterface
    interface Loader {
        /** Asks for {@link #PAGE} rows from {@code offset} on. */
        void load(long offset);
    }

    PagedChanges(long total, Loader loader) {
        this.loader = loader;
        this.size = clamp(total);
    }

    @Override
    public FileChange get(int index) {
        List<FileChange> page = pages.get(index / PAGE);
        if (page == null) {
            ask(index / PAGE);
            return null;
        }
        return index % PAGE < page.size() ? page.get(index % PAGE) : null;
    }

    @Override
    public int size() {
        return size;
    }

    /** A page has come. */
    void deliver(ChangePage page) {
        int number = (int) (page.offset() / PAGE);
        asked.remove(number);
        pages.put(number, page.changes());
        forgetOldest();
        resize(clamp(page.total()));
        announce(number * PAGE, Math.min(size, number * PAGE + page.changes().size()));
    }

    /** A page could not be brought; it is asked for again when somebody looks. */
    void failed(long offset) {
        asked.remove((int) (offset / PAGE));
    }

    /** How many pages are in memory. */
    int pagesHeld() {
        return pages.size();
    }

    private void ask(int number) {
        if (asked.add(number)) {
            loader.load((long) number * PAGE);
        }
    }

    private void forgetOldest() {
        var oldest = pages.keySet().iterator();
        while (pages.size() > PAGES_KEPT && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }

    private void resize(int wanted) {
        if (wanted == size) {
            return;
        }
        beginChange();
        if (wanted < size) {
            List<FileChange> gone = Collections.nCopies(size - wanted, null);
            size = wanted;
            nextRemove(wanted, gone);
        } else {
            int before = size;
            size = wanted;
            nextAdd(before, wanted);
        }
        endChange();
    }

    private void announce(int from, int to) {
        beginChange();
        for (int row = from; row < to; row++) {
            nextUpdate(row);
        }
        endChange();
    }

    private static int clamp(long total) {
        return (int) Math.min(Integer.MAX_VALUE - 8, total);
    }
}
