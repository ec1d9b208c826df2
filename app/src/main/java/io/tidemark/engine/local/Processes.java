package io.tidemark.engine.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which processes live. */
final class Processes {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final long CLOCKS_DIFFER_MILLIS = 2_000;

    private Processes() {}

    /** This machine's name. */
    static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    /** Which start of this machine it is. */
    static Optional<String> boot() {
        try {
            return Optional.of(Files.readString(BOOT).strip());
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    static long born(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(java.time.Instant::toEpochMilli)
                .orElse(0L);
    }

    /** Whether the process that kept a job has ended; nothing is known of other machines. */
    static boolean ended(KeptJob kept, String here) {
        if (!kept.machine().equals(here)) {
            return false;
        }
        Optional<String> boot = boot();
        if (kept.boot().isPresent() && boot.isPresent() && !kept.boot().equals(boot)) {
            return true;
        }
        return ProcessHandle.of(kept.pid())
                .filter(ProcessHandle::isAlive)
                .filter(process -> same(born(process), kept.born()))
                .isEmpty();
    }

    private static boolean same(long born, long noted) {
        return born == 0 || noted == 0 || Math.abs(born - noted) <= CLOCKS_DIFFER_MILLIS;
    }
}
