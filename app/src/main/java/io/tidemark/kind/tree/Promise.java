package io.tidemark.kind.tree;

import io.tidemark.source.Entry;
import java.time.Duration;
import java.time.Instant;

/** What an upstream promises of a file, as one text: size, time, and the server's name for its state if it was asked. */
final class Promise {

    /** Listings show whole minutes; a change within the same one would go unseen. */
    private static final Duration UNSETTLED = Duration.ofMinutes(2);

    private Promise() {}

    /** Everything said of a file. */
    static String of(Found.Item item) {
        Entry entry = item.entry();
        String time = entry.modified().map(Instant::toString).orElse("");
        return of(entry.size(), time) + (item.tag().isEmpty() ? "" : ";tag=" + item.tag());
    }

    static String of(long size, String time) {
        return "size=" + size + ";mtime=" + time;
    }

    /**
     * The identity by which a file of an earlier version is shared, empty where it cannot be relied upon: no size, no
     * time, or a time by the minute so fresh that the file may change again within it.
     */
    static String identity(Found.Item item, Instant now) {
        Entry entry = item.entry();
        if (entry.size() < 0 || (entry.modified().isEmpty() && item.tag().isEmpty())) {
            return "";
        }
        boolean coarse = item.tag().isEmpty()
                && entry.modified().get().getEpochSecond() % 60 == 0
                && entry.modified().get().getNano() == 0;
        boolean fresh = coarse && entry.modified().get().plus(UNSETTLED).isAfter(now);
        return fresh ? "" : of(item);
    }
}
