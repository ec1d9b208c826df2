package io.tidemark.kind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What has to lie in a published repository so that some commits can be fetched from it.
 *
 * @param at the directory in which all of it lies, relative to the repository; "." for itself
 * @param files their bytes by path relative to that directory
 * @param marks paths of those that have to be looked at one by one: the commits themselves, without which the rest means
 *     nothing, and files whose names do not tell their content
 */
public record CommitFiles(String at, SequencedMap<String, Long> files, Set<String> marks) {

    public CommitFiles {
        files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
        marks = Set.copyOf(marks);
    }

    /** A path there as one of the repository. */
    public String whole(String inside) {
        return at.equals(".") ? inside : at + "/" + inside;
    }
}
