package io.tidemark.campaign;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A client that reads through a channel link again and again and counts what it saw. */
final class Reader implements AutoCloseable {

    private static final String INDEX = "main/x86_64/APKINDEX.tar.gz";

    /** Leaves most of a processor to the program that is being killed. */
    private static final long PAUSE_NANOS = 500_000;

    private final Path link;
    private final AtomicLong reads = new AtomicLong();
    private final Set<String> honest = ConcurrentHashMap.newKeySet();
    private final List<String> errors = new ArrayList<>();
    private final Thread thread;
    private volatile boolean stop;

    /** A client that follows the link; it reads nothing before it is told what is honest. */
    Reader(Path link) {
        this.link = link;
        this.thread = Thread.ofPlatform().daemon().name("reader").unstarted(this::loop);
    }

    /** From now on an index like that below this tree is a right answer. */
    void believe(Path tree) throws IOException {
        honest.add(TreeDigest.of(Files.readAllBytes(tree.resolve(INDEX))));
    }

    void start() {
        thread.start();
    }

    long reads() {
        return reads.get();
    }

    List<String> errors() {
        synchronized (errors) {
            return List.copyOf(errors);
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop = true;
        thread.join();
    }

    /** What a client does first at boot: the index, and something of the release. */
    private void loop() {
        while (!stop) {
            try {
                if (!honest.contains(TreeDigest.of(Files.readAllBytes(link.resolve(INDEX))))) {
                    throw new IOException("an index that upstream never published");
                }
                countEntries();
                reads.incrementAndGet();
            } catch (IOException failed) {
                synchronized (errors) {
                    errors.add(failed.toString());
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void countEntries() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(link.resolve("releases/x86_64"))) {
            if (!entries.iterator().hasNext()) {
                throw new IOException("empty releases");
            }
        }
    }
}
