package io.tidemark.store;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/**
 * Faults for campaigns that repeat a command again and again: {@code TIDEMARK_FAULT=kill:7} ends the process before its
 * seventh change to the disk as SIGKILL would; {@code errno:28:7} makes the seventh fail for want of room, {@code
 * errno:28:7+} every one from there on. The property {@code tidemark.fault} says the same.
 */
final class CampaignFaults implements DiskFaults {

    /** Exit code of a process that SIGKILL ended, as shells show it. */
    private static final int KILLED = 137;

    private final AtomicLong calls = new AtomicLong();
    private final LongPredicate due;
    private final int errno;

    private CampaignFaults(LongPredicate due, int errno) {
        this.due = due;
        this.errno = errno;
    }

    /** The faults that this process was started with; none in ordinary life. */
    static DiskFaults ofEnvironment() {
        return Optional.ofNullable(System.getProperty("tidemark.fault"))
                .or(() -> Optional.ofNullable(System.getenv("TIDEMARK_FAULT")))
                .map(CampaignFaults::parse)
                .orElseGet(DiskFaults::none);
    }

    /** The faults that a text describes. */
    static DiskFaults parse(String text) {
        String[] parts = text.split(":");
        boolean kill = parts[0].equals("kill") && parts.length == 2;
        boolean fail = parts[0].equals("errno") && parts.length == 3;
        if (!kill && !fail) {
            throw new IllegalArgumentException("TIDEMARK_FAULT must be kill:N, errno:E:N or errno:E:N+, not " + text);
        }
        String last = parts[parts.length - 1];
        long n = Long.parseLong(last.replace("+", ""));
        LongPredicate due = last.endsWith("+") ? call -> call >= n : call -> call == n;
        return new CampaignFaults(due, kill ? 0 : Integer.parseInt(parts[1]));
    }

    @Override
    public int before(Call call) {
        if (!due.test(calls.incrementAndGet())) {
            return 0;
        }
        if (errno == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
        return errno;
    }
}
