package io.tidemark.host.check;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Closes what it guards when time is up: sockets wait for each byte anew, however slowly they come. */
final class Deadline implements AutoCloseable {

    private final List<Closeable> guarded = new CopyOnWriteArrayList<>();
    private final Thread watch;
    private volatile boolean over;

    private Deadline(Duration patience) {
        watch = Thread.ofVirtual().name("check-deadline").unstarted(() -> wait(patience));
    }

    static Deadline after(Duration patience) {
        Deadline deadline = new Deadline(patience);
        deadline.watch.start();
        return deadline;
    }

    <T extends Closeable> T guard(T end) throws IOException {
        guarded.add(end);
        if (over) {
            throw new IOException("too late");
        }
        return end;
    }

    private void wait(Duration patience) {
        try {
            Thread.sleep(patience);
            over = true;
            for (Closeable end : guarded) {
                end.close();
            }
        } catch (InterruptedException | IOException done) {
            // In time, or closed by somebody else.
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
