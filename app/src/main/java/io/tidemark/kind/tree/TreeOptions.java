package io.tidemark.kind.tree;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What of an upstream is wanted.
 *
 * @param include patterns of files to take, all when empty
 * @param exclude patterns of files and directories to leave out, whatever {@code include} says
 * @param excluded the same as people wrote them
 */
record TreeOptions(List<Glob> include, List<Glob> exclude, List<String> excluded) {

    static final String INCLUDE = "include";
    static final String EXCLUDE = "exclude";

    private static final Set<String> KNOWN = Set.of(INCLUDE, EXCLUDE);
    private static final int LONGEST = 512;
    /** Our own directory, should somebody mirror a repository's directory as a tree. */
    private static final Glob OWN = new Glob(".tidemark/");

    static TreeOptions of(Upstream upstream) throws ProblemException {
        for (String name : upstream.options().keySet()) {
            if (!KNOWN.contains(name)) {
                throw new ProblemException(Problem.of("tree.option.unknown", Problem.Category.USAGE, "object", name));
            }
        }
        return new TreeOptions(globs(upstream, INCLUDE), globs(upstream, EXCLUDE), upstream.all(EXCLUDE));
    }

    boolean enters(String directory) {
        return !OWN.matches(directory, true) && exclude.stream().noneMatch(glob -> glob.matches(directory, true));
    }

    boolean takes(String file) {
        return exclude.stream().noneMatch(glob -> glob.matches(file, false))
                && (include.isEmpty() || include.stream().anyMatch(glob -> glob.matches(file, false)));
    }

    private static List<Glob> globs(Upstream upstream, String option) throws ProblemException {
        List<Glob> globs = new ArrayList<>();
        for (String text : upstream.all(option)) {
            if (text.isBlank() || text.length() > LONGEST) {
                throw new ProblemException(
                        Problem.of("tree.option.value", Problem.Category.USAGE, "object", option, "value", text));
            }
            globs.add(new Glob(text.strip()));
        }
        return globs;
    }
}
