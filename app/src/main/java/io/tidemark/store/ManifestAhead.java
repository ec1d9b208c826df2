package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads the text of a manifest ahead, in a thread of its own: two are read at once when two versions are compared. It
 * cannot be work for the pool, because whoever reads waits for it and would hold a place there. Used by one thread.
 */
final class ManifestAhead implements AutoCloseable {

    private static final int AHEAD = 3;

    private final BlockingQueue<Found> found = new ArrayBlockingQueue<>(AHEAD + 1);
    private final BlockingQueue<ManifestBlock> free = new ArrayBlockingQueue<>(AHEAD + 1);
    private final Thread thread;
    private boolean ended;

    /** What the thread met: a block, its end, or a problem. */
    private sealed interface Found {

        record Lines(ManifestBlock block) implements Found {}

        record End() implements Found {}

        record Failure(ProblemException problem) implements Found {}
    }

    /** Starts to read; {@link #close} ends the thread, which closes the text. */
    ManifestAhead(ManifestText text) {
        for (int i = 0; i < AHEAD; i++) {
            free.add(new ManifestBlock());
        }
        thread = Thread.ofPlatform().daemon().name("tidemark-manifest").start(() -> run(text));
    }

    /** The next block, or null at the end; the one before is given back. */
    ManifestBlock next(ManifestBlock before) throws ProblemException, InterruptedException {
        if (before != null) {
            free.add(before);
        }
        if (ended) {
            return null;
        }
        return switch (found.take()) {
            case Found.Lines(ManifestBlock block) -> block;
            case Found.End() -> {
                ended = true;
                yield null;
            }
            case Found.Failure(ProblemException problem) -> throw problem;
        };
    }

    private void run(ManifestText text) {
        try (text) {
            found.put(readAll(text));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private Found readAll(ManifestText text) throws InterruptedException {
        try {
            ManifestBlock block = free.take();
            while (text.next(block)) {
                found.put(new Found.Lines(block));
                block = free.take();
            }
            return new Found.End();
        } catch (ProblemException e) {
            return new Found.Failure(e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
