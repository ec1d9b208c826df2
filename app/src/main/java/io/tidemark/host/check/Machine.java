package io.tidemark.host.check;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What kind of machine a host is: system, cores, memory, its rsync, and how its files are labelled. */
final class Machine {

    private static final int CORES = 4;
    private static final long MEMORY = 8_000_000_000L;
    /** The kernel and the firmware keep a part of what is built in. */
    private static final long KEPT_BACK = 600_000_000L;

    private static final int KIB = 1024;
    private static final int[] SAFE_RSYNC = {3, 4, 3};
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,12})");
    private static final Pattern RSYNC =
            Pattern.compile("rsync\\s+version\\s+v?([0-9]{1,4})[.]([0-9]{1,4})(?:[.]([0-9]{1,4}))?");
    private static final List<String> READABLE = List.of("httpd_sys_content_t", "public_content_t");

    private final Sections said;
    private final Notes notes;

    Machine(Sections said, Notes notes) {
        this.said = said;
        this.notes = notes;
    }

    /** As the system calls itself (os-release(5)), or as its kernel does. */
    String system() {
        return Sections.shown(said.lines("system").stream()
                .filter(line -> line.startsWith("PRETTY_NAME="))
                .map(line -> line.substring("PRETTY_NAME=".length()).replaceAll("^[\"']|[\"']$", ""))
                .findFirst()
                .orElse(said.first("kernel")));
    }

    void size() {
        number("cores").ifPresent(cores -> {
            notes.figure("cores", cores);
            boolean enough = cores >= CORES;
            notes.add(
                    "cores",
                    Levels.advice(enough),
                    enough ? "host.found.cores" : "host.found.cores.few",
                    "cores",
                    cores);
        });
        number("memory").ifPresent(kib -> {
            long bytes = kib * KIB;
            notes.figure("memory.bytes", bytes);
            boolean enough = bytes >= MEMORY - KEPT_BACK;
            notes.add(
                    "memory",
                    Levels.advice(enough),
                    enough ? "host.found.memory" : "host.found.memory.few",
                    "memory",
                    bytes);
        });
    }

    void rsync() {
        Matcher version = RSYNC.matcher(said.first("rsync"));
        if (!version.find()) {
            notes.warn("rsync", "host.found.rsync.none");
            return;
        }
        String text = version.group().replaceFirst("^.*\\s", "");
        boolean safe = safe(version);
        notes.add("rsync", Levels.warning(safe), safe ? "host.found.rsync" : "host.found.rsync.old", "version", text);
    }

    /** Only where SELinux is: elsewhere there is nothing to say. */
    void labels() {
        String mode = said.first("labels");
        if (!mode.equals("Enforcing")) {
            if (!mode.isEmpty()) {
                notes.info("selinux", "host.found.selinux.mode", "mode", Sections.shown(mode));
            }
            return;
        }
        String context =
                said.lines("labels").stream().skip(1).findFirst().orElse("").strip();
        boolean readable = READABLE.stream().anyMatch(type -> context.contains(":" + type + ":"));
        notes.add(
                "selinux",
                Levels.warning(readable),
                readable ? "host.found.selinux" : "host.found.selinux.label",
                "context",
                Sections.shown(context.replaceFirst("\\s.*$", "")));
    }

    private static boolean safe(Matcher version) {
        for (int i = 0; i < SAFE_RSYNC.length; i++) {
            String part = version.group(i + 1);
            int difference = Integer.compare(part == null ? 0 : Integer.parseInt(part), SAFE_RSYNC[i]);
            if (difference != 0) {
                return difference > 0;
            }
        }
        return true;
    }

    private OptionalLong number(String section) {
        Matcher number = NUMBER.matcher(said.first(section));
        return number.find() ? OptionalLong.of(Long.parseLong(number.group(1))) : OptionalLong.empty();
    }
}
