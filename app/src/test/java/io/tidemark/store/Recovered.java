package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** What must hold of a mirror when something was cut short and the next start is through. */
final class Recovered {

    private Recovered() {}

    /** It is as it was or as it should become, nothing is left to recover, and another start changes nothing. */
    static Picture requireEither(String what, Picture before, Picture after, Mirror mirror) throws Exception {
        mirror.write(s -> {});
        Picture found = Picture.of(mirror);
        if (!found.equals(after)) {
            assertEquals(before, found, what);
        }
        try (Home home = Home.open(new Disk(), mirror.root)) {
            assertFalse(Recovery.needed(home), what + ": something is left to recover");
        }
        int lines = mirror.open().journal().size();
        mirror.write(s -> {});
        assertEquals(lines, mirror.open().journal().size(), what + ": a second recovery did something");
        assertEquals(found, Picture.of(mirror), what);
        return found;
    }
}
