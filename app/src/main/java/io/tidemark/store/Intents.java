package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The intents of a repository: files in {@code .tidemark/intent/}, each written once. For the holder of the lock. */
final class Intents {

    private static final int LARGEST = 1 << 24;

    private final Home home;

    Intents(Home home) {
        this.home = home;
    }

    /** The name that an intent is filed under. */
    static String name(Intent intent) {
        return String.format("%012d", intent.after());
    }

    /** Files an intent; durable on return. */
    void file(Intent intent) throws ProblemException {
        try (Dir dir = home.dir(Layout.INTENT)) {
            home.replace(dir, name(intent), Json.write(intent));
        }
    }

    /** What is filed, oldest first. What a crash left of a file that never became one is no intent. */
    List<Filed> all() throws ProblemException {
        try (Dir dir = home.dir(Layout.INTENT)) {
            List<Filed> filed = new ArrayList<>();
            for (String name : names(dir)) {
                Optional<byte[]> bytes = home.read(dir, name, LARGEST);
                if (bytes.isPresent()) {
                    Intent intent = Json.read(bytes.get(), Intent.class, Intent.FORMAT, dir.path(Disk.raw(name)));
                    filed.add(new Filed(name, intent));
                }
            }
            return filed;
        }
    }

    /** Takes an intent off the file. */
    void clear(String name) throws ProblemException {
        try (Dir dir = home.dir(Layout.INTENT)) {
            home.remove(dir, name);
        }
    }

    private List<String> names(Dir dir) throws ProblemException {
        return home.disk.list(dir).stream()
                .map(DirEntry::text)
                .filter(name -> name.matches("[0-9]{12}"))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** An intent and the name it is filed under. */
    record Filed(String name, Intent intent) {}
}
