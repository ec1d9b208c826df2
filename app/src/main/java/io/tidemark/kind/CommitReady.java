package io.tidemark.kind;

import io.tidemark.model.Notice;
import java.util.List;

/**
 * What publishes commits that are there already.
 *
 * @param documents in the order in which they take their places
 * @param removals paths of documents that are no more
 * @param notices remarks for people
 */
public record CommitReady(List<Document> documents, List<String> removals, List<Notice> notices) {

    public CommitReady {
        documents = List.copyOf(documents);
        removals = List.copyOf(removals);
        notices = List.copyOf(notices);
    }

    /** A small file that clients follow: its path relative to the repository, and what it says. */
    public record Document(String path, byte[] content) {}
}
