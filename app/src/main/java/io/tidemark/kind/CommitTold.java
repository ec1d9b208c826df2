package io.tidemark.kind;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the clients of a ref are told now, so that it can be told elsewhere.
 *
 * @param documents in the order in which they may take their places
 * @param absent paths of documents that would speak of something else where they lie
 * @param commits path of the commit's object by the path of the ref's file: of this ref, and of all that the same documents
 *     speak of
 */
public record CommitTold(List<CommitReady.Document> documents, List<String> absent, Map<String, String> commits) {

    public CommitTold {
        documents = List.copyOf(documents);
        absent = List.copyOf(absent);
        commits = new TreeMap<>(commits);
    }
}
