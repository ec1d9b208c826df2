package io.tidemark.kind.tree;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;

/** Which symbolic links may be carried: relative ones that stay inside the tree. */
final class LinkRule {

    private LinkRule() {}

    static void check(String path, String target) throws ProblemException {
        if (target.isEmpty() || EntryPath.of(target).escaped() || !stays(path, target)) {
            throw new ProblemException(Problem.of(
                    "tree.link",
                    Problem.Category.REFUSED,
                    "object",
                    path,
                    "target",
                    EntryPath.of(target).text()));
        }
    }

    /** Counts how deep the target is, going through it name by name; it may never be above the root. */
    private static boolean stays(String path, String target) {
        int depth = (int) path.chars().filter(c -> c == '/').count();
        for (String name : target.split("/", -1)) {
            depth += name.equals("..") ? -1 : name.isEmpty() || name.equals(".") ? 0 : 1;
            if (depth < 0) {
                return false;
            }
        }
        return !target.startsWith("/");
    }
}
