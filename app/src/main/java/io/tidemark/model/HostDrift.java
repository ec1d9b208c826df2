package io.tidemark.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a host is, beside what it should be.
 *
 * @param host its name
 * @param looked when
 * @param system as it calls itself
 * @param items everything that is looked after, in the order in which it is shown
 */
public record HostDrift(String host, Instant looked, String system, List<Item> items) {

    public HostDrift {
        items = List.copyOf(items);
    }

    /** How many items differ or are missing. */
    public long differing() {
        return items.stream().filter(Item::drifted).count();
    }

    /**
     * One thing that is looked after.
     *
     * @param id stable: the path of a file, {@code service:nginx}, {@code account:mirror}, {@code port:80}, …
     * @param actual text of a file as it is; or what was found, in a few words; empty where there is nothing
     * @param desired text of a file as it should be; or what should be
     * @param detail more about what was found: who changed a file when, in how many lines it differs
     */
    public record Item(
            String id, Kind kind, State state, Optional<String> actual, Optional<String> desired, Phrase detail) {

        /** Whether applying would change it. */
        public boolean drifted() {
            return state == State.DIFFERENT || state == State.MISSING;
        }
    }

    /** What kind of thing it is. */
    public enum Kind {
        ACCOUNT,
        DIRECTORY,
        FILE,
        LINK,
        SERVICE,
        TIMER,
        CERTIFICATE,
        FIREWALL,
        LABEL
    }

    /** How it stands. */
    public enum State {
        SAME,
        DIFFERENT,
        MISSING,
        /** It could not be looked at. */
        UNKNOWN,
        /** Left to the host. */
        IGNORED
    }
}
