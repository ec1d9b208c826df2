package io.tidemark.store;

import io.tidemark.model.Names;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.Optional;

/** Small state that belongs to no version, under names that others choose. */
final class Notes {

    private static final int LARGEST = 1 << 20;

    private final Home home;

    Notes(Home home) {
        this.home = home;
    }

    /** The content of a note; empty if it was never written. */
    Optional<byte[]> read(String name) throws ProblemException {
        try (Dir dir = home.dir(Layout.NOTES)) {
            return home.read(dir, checked(name), LARGEST);
        }
    }

    /** Writes a note; durable on return. */
    void write(String name, byte[] content) throws ProblemException {
        if (content.length > LARGEST) {
            throw new ProblemException(Problem.of(
                    "store.note-large",
                    Problem.Category.BUG,
                    "object",
                    name,
                    "bytes",
                    content.length,
                    "limit",
                    LARGEST));
        }
        try (Dir dir = home.dir(Layout.NOTES)) {
            home.replace(dir, checked(name), content);
        }
    }

    private static String checked(String name) throws ProblemException {
        return Names.requireVersion(name);
    }
}
