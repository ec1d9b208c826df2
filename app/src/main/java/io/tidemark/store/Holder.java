package io.tidemark.store;

import io.tidemark.model.Writer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Who holds the lock, in {@code holder.json}, a file of its own because nobody else opens {@code lock}. Process id and
 * start time name a process for good; the boot id tells whether that process can still live.
 *
 * @param started when the process started, in clock ticks since boot (field 22 of proc(5) {@code stat})
 * @param space the namespace in which the process id counts
 */
record Holder(
        String actor,
        String machine,
        long pid,
        long started,
        String boot,
        String space,
        String operation,
        Instant since) {

    static final int LARGEST = 1 << 16;

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path SPACE = Path.of("/proc/self/ns/pid");

    /** This process. */
    static Holder here(String actor, String operation, Instant since) {
        long pid = ProcessHandle.current().pid();
        return new Holder(actor, thisMachine(), pid, startOf(pid), thisBoot(), thisSpace(), operation, since);
    }

    /** The account and machine that this process acts for. */
    static String self() {
        return System.getProperty("user.name", "?") + "@" + thisMachine();
    }

    /** Whether the process may still run: certainly not after another boot, or when its id is free or used again. */
    boolean mayLive() {
        if (!boot.equals(thisBoot())) {
            return false;
        }
        return !space.equals(thisSpace()) || startOf(pid) == started;
    }

    Writer writer() {
        return new Writer(actor, machine, pid, operation, since);
    }

    private static String thisMachine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static long startOf(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The program's name stands in brackets and may hold anything; the fields after it are numbers.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[19]);
        } catch (IOException | RuntimeException e) {
            return -1;
        }
    }

    private static String thisBoot() {
        try {
            return Files.readString(BOOT).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static String thisSpace() {
        try {
            return Files.readSymbolicLink(SPACE).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
