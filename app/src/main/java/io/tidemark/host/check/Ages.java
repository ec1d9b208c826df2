package io.tidemark.host.check;

import io.tidemark.model.HostProfile;
import io.tidemark.model.HostReport;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How old the content of each repository is: by our own trace, by files that mirrors keep for that, by its index. */
final class Ages {

    private static final int LATE = 2;
    private static final int VERY_LATE = 8;

    private final Map<String, Instant> newest = new HashMap<>();
    private final Instant now;

    Ages(Instant now) {
        this.now = now;
    }

    /** What small files say: the path below the root, a tab, the first line. */
    void stamps(Sections said) {
        for (String line : said.lines("stamps")) {
            String[] parts = line.split("\t", 2);
            String[] names = parts[0].split("/");
            if (parts.length == 2 && names.length > 2) {
                Stamp.parse(parts[1]).ifPresent(time -> seen(names[1], time));
            }
        }
    }

    /** The content of a repository was current then; what lies in the future is a fault and no age. */
    void seen(String repository, Instant time) {
        if (!time.isAfter(now)) {
            newest.merge(repository, time, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    void tell(Iterable<HostReport.Copy> copies, Optional<HostProfile> profile, Notes notes) {
        for (HostReport.Copy copy : copies) {
            copy.fresh().ifPresent(time -> seen(copy.name(), time));
            if (newest.containsKey(copy.name())) {
                tell(copy.name(), newest.get(copy.name()), hours(copy.name(), profile), notes);
            }
        }
    }

    /** What is fetched by a schedule may be late; what we publish is as old as it should be. */
    private void tell(String name, Instant time, Optional<Integer> hours, Notes notes) {
        long age = Duration.between(time, now).toHours();
        Object[] args = {"name", name, "time", time};
        if (hours.isEmpty()) {
            notes.info("age", "host.found.age", args);
        } else if (age <= (long) hours.get() * LATE) {
            notes.good("age", "host.found.age", args);
        } else {
            boolean very = age > (long) hours.get() * VERY_LATE;
            notes.add("age", very ? Levels.danger(false) : Levels.warning(false), "host.found.age.late", args);
        }
    }

    private static Optional<Integer> hours(String name, Optional<HostProfile> profile) {
        return profile.flatMap(what -> what.pulls().stream()
                .filter(pull -> pull.tree().equals(name))
                .map(HostProfile.Pull::hours)
                .findFirst());
    }
}
