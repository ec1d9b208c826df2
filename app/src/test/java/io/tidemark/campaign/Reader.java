package io.tidemark.campaign;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A client that reads through a channel link without pause and counts what it saw. */
final class Reader implements AutoCloseable {

    private final Path link;
    private final AtomicLong reads = new AtomicLong();
    private final List<String> errors = new ArrayList<>();
    private final Thread thread;
    private volatile boolean stop;

    Reader(Path link) {
        this.link = link;
        this.thread = Thread.ofPlatform().daemon().name("reader").start(this::loop);
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
        Path index = link.resolve("main/x86_64/APKINDEX.tar.gz");
        while (!stop) {
            try {
                if (Files.readAllBytes(index).length == 0) {
                    throw new IOException("empty index");
                }
                countEntries();
                reads.incrementAndGet();
            } catch (IOException failed) {
                synchronized (errors) {
                    errors.add(failed.toString());
                }
            }
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
