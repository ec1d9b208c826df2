package io.tidemark.cli;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.List;

/** Values that are given as numbers from 1. */
final class Choice {

    private Choice() {}

    /**
     * The value of that number.
     *
     * @throws ProblemException {@code cli.choice}
     */
    static <T> T of(String option, int number, List<T> values) throws ProblemException {
        if (number < 1 || number > values.size()) {
            throw new ProblemException(Problem.of(
                    "cli.choice", Problem.Category.USAGE, "object", option, "value", number, "most", values.size()));
        }
        return values.get(number - 1);
    }
}
