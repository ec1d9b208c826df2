package io.tidemark.kind.git;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which refs are mirrored: names below {@code refs/}, each with at most one {@code *}, as in git's refspecs.
 *
 * @param patterns at least one
 */
record RefPatterns(List<String> patterns) {

    static final String OPTION = "refs";

    /** Branches and tags. */
    static final List<String> USUAL = List.of("refs/heads/*", "refs/tags/*");

    private static final Pattern SOUND = Pattern.compile("refs/[A-Za-z0-9._+/-]*\\*?[A-Za-z0-9._+/-]*");

    static RefPatterns of(Upstream upstream) throws ProblemException {
        for (String name : upstream.options().keySet()) {
            if (!name.equals(OPTION)) {
                throw new ProblemException(Problem.of("git.option.unknown", Problem.Category.USAGE, "object", name));
            }
        }
        List<String> patterns = new ArrayList<>();
        for (String text : upstream.all(OPTION)) {
            String pattern = text.strip();
            if (!SOUND.matcher(pattern).matches() || pattern.contains("..") || pattern.contains("//")) {
                throw new ProblemException(
                        Problem.of("git.option.value", Problem.Category.USAGE, "object", OPTION, "value", text));
            }
            patterns.add(pattern);
        }
        return new RefPatterns(patterns.isEmpty() ? USUAL : List.copyOf(patterns));
    }

    boolean take(String ref) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, ref));
    }

    /** As git takes them; what is rewritten there is rewritten here. */
    List<String> refspecs() {
        return patterns.stream().map(pattern -> "+" + pattern + ":" + pattern).toList();
    }

    private static boolean matches(String pattern, String ref) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(ref);
        }
        String head = pattern.substring(0, star);
        String tail = pattern.substring(star + 1);
        return ref.length() > head.length() + tail.length() && ref.startsWith(head) && ref.endsWith(tail);
    }
}
