package io.tidemark.kind.tree;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** How versions of a tree are called: by the day they were made, or by numbers of their own. */
final class VersionNames {

    private static final Pattern DATED =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}([._T-][0-9A-Za-z]{1,8})?|20\\d{6}([._T-]?\\d{1,6})?");
    private static final Pattern NUMBERED = Pattern.compile("[vr]?\\d{1,9}(\\.\\d{1,9}){0,4}([-_][0-9A-Za-z.]{1,20})?");
    private static final Pattern RUNS = Pattern.compile("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");

    private VersionNames() {}

    static boolean isDated(String name) {
        return DATED.matcher(name).matches();
    }

    static boolean isVersion(String name) {
        return isDated(name) || NUMBERED.matcher(name).matches();
    }

    /** Oldest first: runs of digits count as numbers, the rest as text. */
    static Comparator<String> order() {
        return (a, b) -> {
            List<String> left = List.of(RUNS.split(a));
            List<String> right = List.of(RUNS.split(b));
            for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
                int order = part(left.get(i), right.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return left.size() - right.size();
        };
    }

    private static int part(String a, String b) {
        boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
        int byLength = numbers ? bare(a).length() - bare(b).length() : 0;
        return byLength != 0 ? byLength : numbers ? bare(a).compareTo(bare(b)) : a.compareTo(b);
    }

    private static String bare(String digits) {
        return digits.replaceFirst("^0+(?=\\d)", "");
    }
}
