package io.tidemark.store;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What paths and targets from outside may be: ordinary text that cannot leave the version. */
final class StagedNames {

    private static final int LONGEST_PATH = 4000;
    private static final int LONGEST_NAME = 255;

    private StagedNames() {}

    /** The path itself; refused with {@code name.path} if it could leave the version or hide something. */
    static String path(String path) throws ProblemException {
        if (!fits(path, LONGEST_PATH) || !isPlain(path) || !areNames(path)) {
            throw refuse("name.path", path, "");
        }
        return path;
    }

    /** The target itself; refused with {@code name.target} if it leads out of the version. */
    static String target(String path, String target) throws ProblemException {
        if (target.isEmpty()
                || !fits(target, LONGEST_PATH)
                || !isPlain(target)
                || target.startsWith("/")
                || leaves(path, target)) {
            throw refuse("name.target", path, target);
        }
        return target;
    }

    private static boolean areNames(String path) {
        int from = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
            if (!isName(path.substring(from, slash))) {
                return false;
            }
            from = slash + 1;
        }
        return isName(path.substring(from));
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && !name.equals(Layout.OWN)
                && fits(name, LONGEST_NAME);
    }

    private static boolean fits(String text, int bytes) {
        return text.length() <= bytes && text.getBytes(StandardCharsets.UTF_8).length <= bytes;
    }

    /** Whether every character stands for itself: no control characters, nothing that cannot be written as UTF-8. */
    private static boolean isPlain(String text) {
        return !text.isEmpty() && EntryPath.of(text).text().equals(text);
    }

    private static boolean leaves(String path, String target) {
        Deque<String> at = new ArrayDeque<>(List.of(path.split("/")));
        at.removeLast();
        for (String name : target.split("/")) {
            if (name.equals("..") && at.pollLast() == null) {
                return true;
            }
            if (!name.equals("..") && !name.equals(".") && !name.isEmpty()) {
                at.addLast(name);
            }
        }
        return false;
    }

    private static ProblemException refuse(String code, String path, String target) {
        String shown = EntryPath.of(path).text();
        return new ProblemException(Problem.of(
                code,
                Problem.Category.REFUSED,
                "object",
                shown,
                "target",
                EntryPath.of(target).text()));
    }
}
