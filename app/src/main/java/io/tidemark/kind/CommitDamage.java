package io.tidemark.kind;

import java.util.List;
import java.util.Map;

/**
 * What a check of all objects found.
 *
 * @param wrong what is wrong, in the words of the program; empty when all is well
 * @param commits commits that are not all right, by the paths of their objects relative to the repository; for each the
 *     paths of objects that it needs and that are wrong or missing
 */
public record CommitDamage(List<String> wrong, Map<String, List<String>> commits) {

    public CommitDamage {
        wrong = List.copyOf(wrong);
        commits = Map.copyOf(commits);
    }
}
