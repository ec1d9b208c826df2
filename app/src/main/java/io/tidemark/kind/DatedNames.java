package io.tidemark.kind;

import java.time.LocalDate;
import java.util.function.Predicate;

/** Names of versions that upstream does not name: the day on which they were made. */
public final class DatedNames {

    private DatedNames() {}

    /** Today's date, with a number from two on when that is taken. */
    public static String suggest(Predicate<String> taken, LocalDate today) {
        String name = today.toString();
        for (int next = 2; taken.test(name); next++) {
            name = today + "." + next;
        }
        return name;
    }
}
