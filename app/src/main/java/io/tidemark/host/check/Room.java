package io.tidemark.host.check;

import io.tidemark.model.HostReport;
import io.tidemark.model.Severity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Free space and inodes where the root is, as POSIX df prints them, and whether three times the content would fit. */
final class Room {

    /** Total, used, free, share of it, mount point. */
    private static final Pattern LINE =
            Pattern.compile("\\s([0-9]{1,15})\\s+[0-9]{1,15}\\s+(-?[0-9]{1,15})\\s+(?:[0-9]+%|-)\\s+/");

    private static final int KIB = 1024;
    private static final double LOW = 0.10;
    private static final double ALMOST_NONE = 0.03;
    private static final int TIMES = 3;

    private final Sections said;
    private final Notes notes;

    Room(Sections said, Notes notes) {
        this.said = said;
        this.notes = notes;
    }

    void look(List<HostReport.Copy> copies) {
        table("space").ifPresentOrElse(this::space, () -> notes.info("space", "host.found.space.unknown"));
        // Some file systems have no table of inodes, and count none.
        table("inodes").filter(inodes -> inodes.total() > 0).ifPresent(this::inodes);
        table("space").ifPresent(space -> content(space.total() * KIB, copies));
    }

    private void space(Table space) {
        long total = space.total() * KIB;
        long free = Math.max(0, space.free()) * KIB;
        notes.figure("disk.bytes", total);
        notes.figure("free.bytes", free);
        Severity severity = severity(space);
        String key = severity == Severity.GOOD ? "host.found.space" : "host.found.space.low";
        notes.add("space", severity, key, "free", free, "disk", total);
    }

    private void inodes(Table inodes) {
        notes.figure("inodes", inodes.total());
        notes.figure("free.inodes", Math.max(0, inodes.free()));
        Severity severity = severity(inodes);
        String key = severity == Severity.GOOD ? "host.found.inodes" : "host.found.inodes.low";
        notes.add("inodes", severity, key, "free", Math.max(0, inodes.free()), "all", inodes.total());
    }

    private void content(long disk, List<HostReport.Copy> copies) {
        OptionalLong content = copies.stream()
                .mapToLong(copy -> copy.versions().stream()
                        .mapToLong(HostReport.CopiedVersion::bytes)
                        .max()
                        .orElse(0))
                .filter(bytes -> bytes > 0)
                .reduce(Long::sum);
        if (content.isPresent()) {
            long wanted = content.getAsLong() > Long.MAX_VALUE / TIMES ? Long.MAX_VALUE : content.getAsLong() * TIMES;
            notes.add(
                    "store",
                    disk >= wanted ? Severity.GOOD : Severity.WARNING,
                    disk >= wanted ? "host.found.store" : "host.found.store.small",
                    "disk",
                    disk,
                    "wanted",
                    wanted,
                    "content",
                    content.getAsLong());
        }
    }

    private static Severity severity(Table table) {
        double share = table.total() == 0 ? 0 : (double) table.free() / table.total();
        return share < ALMOST_NONE ? Severity.DANGER : share < LOW ? Severity.WARNING : Severity.GOOD;
    }

    private Optional<Table> table(String section) {
        return said.lines(section).stream()
                .map(LINE::matcher)
                .filter(Matcher::find)
                .map(found -> new Table(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))))
                .findFirst();
    }

    private record Table(long total, long free) {}
}
