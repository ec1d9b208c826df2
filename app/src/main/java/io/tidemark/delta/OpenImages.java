package io.tidemark.delta;

import io.tidemark.job.CpuPool;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Images that several deltas need one after another or at the same time: each is mapped once, and the windows of an old one
 * are found once. Images in use and a few more stay open; the windows of those in use and of the last one before, at most
 * 50 MB each. Safe for all threads; to be closed when nobody uses it any more.
 */
public final class OpenImages implements AutoCloseable {

    private static final int IDLE = 8;

    private final Map<Path, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    private static final class Entry {
        private final Image image;
        private AnchorIndex anchors;
        private int users;

        Entry(Image image) {
            this.image = image;
        }

        /** Whoever comes first finds them, the others wait for that. */
        synchronized AnchorIndex anchors(CpuPool pool) throws ProblemException, IOException, InterruptedException {
            if (anchors == null) {
                anchors = AnchorIndex.of(image, pool);
            }
            return anchors;
        }

        synchronized void forget() {
            anchors = null;
        }
    }

    /** An image in use, until this is closed. */
    final class Lease implements AutoCloseable {
        private final Entry entry;

        private Lease(Entry entry) {
            this.entry = entry;
        }

        Image image() {
            return entry.image;
        }

        AnchorIndex anchors(CpuPool pool) throws ProblemException, IOException, InterruptedException {
            return entry.anchors(pool);
        }

        @Override
        public void close() {
            giveBack(entry);
        }
    }

    /** Opens an image, or shares it. */
    synchronized Lease lease(Path path) throws ProblemException {
        Entry entry = entries.get(path);
        if (entry == null) {
            entry = new Entry(Image.open(path));
            entries.put(path, entry);
        }
        entry.users++;
        return new Lease(entry);
    }

    private synchronized void giveBack(Entry entry) {
        entry.users--;
        List<Entry> idle = new ArrayList<>(
                entries.values().stream().filter(e -> e.users == 0).toList());
        idle.stream().filter(other -> other != entry).forEach(Entry::forget);
        while (idle.size() > IDLE) {
            Entry oldest = idle.removeFirst();
            entries.values().remove(oldest);
            oldest.image.close();
        }
    }

    @Override
    public synchronized void close() {
        entries.values().forEach(entry -> entry.image.close());
        entries.clear();
    }
}
