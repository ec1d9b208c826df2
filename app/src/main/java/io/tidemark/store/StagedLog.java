package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file {@code present} of a staged version: a line of JSON for each file that became complete, so that another process
 * can go on. Lines are not made durable one by one; a line {@code {"boot":…}} says since when the machine has not been
 * restarted, and what was written before is only believed after its bytes were read again. Kept open from {@link #open} on.
 * Safe for all threads.
 */
final class StagedLog implements AutoCloseable {

    private static final byte[] NAME = Disk.raw("present");
    private static final byte[] BOOT = Disk.raw("{\"boot\":");
    private static final int LARGEST = 1 << 30;

    private final Home home;
    private final String area;
    private OpenFile file;
    private long end;

    /** The first line of each time the machine was up. */
    record Boot(String boot) {}

    /** What the file says. */
    record Content(Map<String, StagedFile> files, Map<String, StagedFile> doubtful) {}

    StagedLog(Home home, String area) {
        this.home = home;
        this.area = area;
    }

    /** Reads it, cuts off a line that a crash tore, and begins to write for this boot. */
    synchronized Content open() throws ProblemException {
        try (Dir dir = home.dir(area)) {
            Optional<byte[]> bytes = home.read(dir, "present", LARGEST);
            if (bytes.isEmpty()) {
                home.disk.create(dir, NAME, home.fileMode()).close();
            }
            return read(dir, bytes.orElse(new byte[0]));
        }
    }

    private Content read(Dir dir, byte[] bytes) throws ProblemException {
        String now = boot();
        String boot = "";
        Map<String, StagedFile> files = new LinkedHashMap<>();
        Map<String, StagedFile> doubtful = new LinkedHashMap<>();
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                byte[] line = Arrays.copyOfRange(bytes, from, at);
                from = at + 1;
                if (Arrays.equals(line, 0, Math.min(BOOT.length, line.length), BOOT, 0, BOOT.length)) {
                    boot = Json.read(line, Boot.class, dir.path(NAME)).boot();
                } else {
                    StagedFile file = Json.read(line, StagedFile.class, dir.path(NAME));
                    files.remove(file.path());
                    doubtful.remove(file.path());
                    (boot.equals(now) ? files : doubtful).put(file.path(), file);
                }
            }
        }
        begin(dir, from, boot.equals(now) ? "" : now);
        return new Content(files, doubtful);
    }

    private void begin(Dir dir, int length, String boot) throws ProblemException {
        end = length;
        file = home.disk.write(dir, NAME);
        file.truncate(length);
        if (!boot.isEmpty()) {
            append(Disk.raw("{\"boot\":\"" + boot + "\"}\n"));
        }
    }

    /** Adds files that became complete. */
    void add(List<StagedFile> files) throws ProblemException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.forEach(file -> out.writeBytes(StagedLine.of(file)));
        append(out.toByteArray());
    }

    private synchronized void append(byte[] bytes) throws ProblemException {
        if (file == null) {
            throw new IllegalStateException(area + " is closed");
        }
        file.write(bytes, 0, bytes.length, end);
        end += bytes.length;
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    /** A name for the time since the kernel started (random(4)). */
    private static String boot() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id"), StandardCharsets.US_ASCII)
                    .strip();
        } catch (IOException e) {
            return "unknown " + ProcessHandle.current().pid();
        }
    }
}
