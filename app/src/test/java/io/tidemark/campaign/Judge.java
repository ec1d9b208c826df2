package io.tidemark.campaign;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks at a repository as its clients do, with nothing of the program: every version directory that can be seen must be
 * whole from the first moment and stay exactly as it was, and the channel must lead to one of them.
 */
final class Judge {

    private static final List<String> LEFT_OVER = List.of("intent", "trash", "tmp");

    private final Path repository;
    private final String channel;
    private final Map<String, String> known = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

    Judge(Path repository, String channel) {
        this.repository = repository;
        this.channel = channel;
    }

    List<String> violations() {
        return violations;
    }

    State state() throws IOException {
        return State.of(repository, channel);
    }

    /** Says what is wrong, and when. */
    void blame(String when, String what) {
        violations.add(when + ": " + what);
        System.out.println("VIOLATION " + when + ": " + what);
    }

    /**
     * Looks at everything that clients can see.
     *
     * @param upstream content that a version which is new and no snapshot of another must have
     */
    void look(String when, String upstream) throws IOException {
        State state = state();
        if (!state.versions().contains(state.target())) {
            blame(when, "the channel leads nowhere");
        }
        for (String name : state.versions()) {
            String digest = TreeDigest.of(repository.resolve(name));
            String before = known.putIfAbsent(name, digest);
            if (before == null ? !whole(name, digest, upstream) : !before.equals(digest)) {
                blame(when, "version " + name + " is torn or changed");
            }
        }
        known.keySet().retainAll(state.versions());
    }

    /** After a repair nothing half-made is left. */
    void settled(String when) throws IOException {
        Path own = repository.resolve(".tidemark");
        for (String name : LEFT_OVER) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(own.resolve(name))) {
                entries.forEach(entry -> blame(when, "left over: " + entry));
            }
        }
        if (Files.exists(own.resolve("ledger.pending"))) {
            blame(when, "the ledger was not put right");
        }
    }

    /** Lines of the journal. */
    List<String> journal() throws IOException {
        return Files.readAllLines(repository.resolve(".tidemark/journal.jsonl"));
    }

    /** A copy equals another version to the byte, mode and time; everything else equals upstream. */
    private boolean whole(String name, String digest, String upstream) throws IOException {
        return known.entrySet().stream()
                        .anyMatch(other ->
                                !other.getKey().equals(name) && other.getValue().equals(digest))
                || TreeDigest.content(repository.resolve(name)).equals(upstream);
    }
}
