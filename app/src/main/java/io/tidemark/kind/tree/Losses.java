package io.tidemark.kind.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Counts the files of a version that upstream has no more, nor another release of in their place. Words of a name that have
 * a digit in them say which release it is: {@code app-1.2.zip} takes the place of {@code app-1.1.zip}, and {@code app.txt}
 * does not. Used by one thread.
 */
final class Losses {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++");
    private static final Pattern SEVERAL = Pattern.compile("#([-._+~:]#)+");

    private final Map<String, Integer> places = new HashMap<>();
    private long files;

    /** One that the version before has. */
    void had(String path) {
        files++;
        places.merge(place(path), 1, Integer::sum);
    }

    /** One that upstream has now. */
    void has(String path) {
        places.computeIfPresent(place(path), (place, left) -> left > 1 ? left - 1 : null);
    }

    /** How many the version before has. */
    long files() {
        return files;
    }

    /** How many of them went without another in their place. */
    long lost() {
        return places.values().stream().mapToLong(Integer::longValue).sum();
    }

    private static String place(String path) {
        String bare = WORD.matcher(path).replaceAll(word -> numbered(word.group()) ? "#" : word.group());
        return SEVERAL.matcher(bare).replaceAll("#");
    }

    private static boolean numbered(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }
}
