package io.tidemark.engine.image;

import io.tidemark.engine.Json;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.store.RepositoryStore;
import io.tidemark.store.WriteSession;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;

/** What is known of images and deltas of one repository, kept as notes of its store. */
final class ImageLibrary {

    private static final String DELTAS = "deltas";
    private static final String EXTRAS = "extras";
    private static final String LEFT = "without-deltas";

    private final RepositoryStore store;

    ImageLibrary(RepositoryStore store) {
        this.store = store;
    }

    /** What was read of an image; empty if it never was. */
    Optional<ImageFacts> image(String id) throws ProblemException {
        return read("image-" + id, ImageFacts.class);
    }

    /** Keeps what was read of an image. */
    static void image(WriteSession session, String id, ImageFacts facts) throws ProblemException {
        session.note("image-" + id, bytes(facts));
    }

    /** The deltas that were made, by file name. */
    Map<String, DeltaFacts> deltas() throws ProblemException {
        return read(DELTAS, Deltas.class).map(Deltas::deltas).orElse(Map.of());
    }

    /** Keeps the list of deltas. */
    static void deltas(WriteSession session, Map<String, DeltaFacts> deltas) throws ProblemException {
        session.note(DELTAS, bytes(new Deltas(deltas)));
    }

    /** Deltas that are wanted beside those of the policy: sources by target. */
    Map<String, List<String>> extras() throws ProblemException {
        return read(EXTRAS, Extras.class).map(Extras::extras).orElse(Map.of());
    }

    /** Commits that take no part in deltas any more, for people took them out. */
    Set<String> left() throws ProblemException {
        return read(LEFT, Left.class).map(Left::commits).orElse(Set.of());
    }

    /** Keeps those. */
    static void left(WriteSession session, Set<String> commits) throws ProblemException {
        session.note(LEFT, bytes(new Left(commits)));
    }

    /** Keeps those. */
    static void extras(WriteSession session, Map<String, List<String>> extras) throws ProblemException {
        session.note(EXTRAS, bytes(new Extras(extras)));
    }

    private <T> Optional<T> read(String note, Class<T> type) throws ProblemException {
        Optional<byte[]> bytes = store.note(note);
        try {
            return bytes.map(b -> Json.read(new String(b, StandardCharsets.UTF_8), type));
        } catch (JacksonException damaged) {
            Problem problem = Problem.of("image.note", Problem.Category.STORAGE, "object", note);
            throw new ProblemException(problem.with(String.valueOf(damaged.getMessage())), damaged);
        }
    }

    private static byte[] bytes(Object value) {
        return Json.write(value).getBytes(StandardCharsets.UTF_8);
    }

    /** The file of deltas that are wanted besides. */
    record Extras(Map<String, List<String>> extras) {
        Extras {
            extras = new TreeMap<>(extras);
        }
    }

    /** The file of commits that take no part. */
    record Left(Set<String> commits) {
        Left {
            commits = new TreeSet<>(commits);
        }
    }

    /** The file of deltas. */
    record Deltas(Map<String, DeltaFacts> deltas) {
        Deltas {
            deltas = new TreeMap<>(deltas);
        }
    }
}
