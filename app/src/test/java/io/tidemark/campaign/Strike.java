package io.tidemark.campaign;

import java.io.IOException;
import java.nio.file.Path;

/** What ends a process, and perhaps more than the process. */
interface Strike extends AutoCloseable {

    /** A directory that lies where the strike reaches; it stays the same path. */
    Path place();

    /** Ends the process if it still lives; the disk can be looked at afterwards as the next start will find it. */
    void hit(Process process) throws IOException, InterruptedException;

    /** Whether the disk does not say that the process had given the lock back before it died. */
    boolean wasHolding(Path own, long pid) throws IOException;

    /** Whether clients can read all the time. */
    boolean readersLive();

    /** How many runs of a campaign count. */
    int count(Tally tally);

    @Override
    void close() throws IOException, InterruptedException;

    /** {@code SIGKILL}: what was written stays written. */
    record Kill(Path place) implements Strike {

        @Override
        public void hit(Process process) throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        @Override
        public boolean wasHolding(Path own, long pid) throws IOException {
            return Shot.holds(own, pid);
        }

        @Override
        public boolean readersLive() {
            return true;
        }

        @Override
        public int count(Tally tally) {
            return tally.killed();
        }

        @Override
        public void close() {}
    }
}
