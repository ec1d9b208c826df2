package io.tidemark.host.check;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Looks that wait for a network, all at the same time; being interrupted ends them. */
final class AtOnce {

    private AtOnce() {}

    /** What each of them sees, in their order. */
    static <T> List<T> all(List<Supplier<T>> looks) throws InterruptedException {
        List<Callable<T>> calls =
                looks.stream().<Callable<T>>map(look -> look::get).toList();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            return each.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
