package io.tidemark.campaign;

import java.util.List;
import java.util.function.BiPredicate;

/**
 * One command line, and how to tell that it reached its goal.
 *
 * @param operation what the table calls it
 * @param words the command line after the program's name
 * @param goal given the state before and a state now, whether now is what was asked for
 */
record Deed(String operation, List<String> words, BiPredicate<State, State> goal) {

    /** Whether what is there now is either what was before or what was asked for, and nothing between. */
    boolean whole(State before, State now) {
        return now.equals(before) || goal.test(before, now);
    }
}
