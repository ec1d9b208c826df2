package io.tidemark.source.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds addresses of a host within a time: the platform's own call cannot be hurried, so it gets a thread to itself. */
final class Lookup {

    private Lookup() {}

    static List<InetAddress> addresses(HttpUrl url, Duration within) throws IOException {
        FutureTask<InetAddress[]> task = new FutureTask<>(() -> InetAddress.getAllByName(url.bareHost()));
        Thread.ofPlatform().daemon().name("tidemark-lookup").start(task);
        try {
            return List.of(task.get(within.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof UnknownHostException unknown
                    ? unknown
                    : new IOException(failed.getCause());
        } catch (TimeoutException late) {
            throw Faults.late(url, "dns", late);
        } catch (InterruptedException interrupted) {
            throw Interruptions.noted(interrupted);
        }
    }
}
