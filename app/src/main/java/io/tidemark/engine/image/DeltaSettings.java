package io.tidemark.engine.image;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;

/**
 * Which deltas a repository wants.
 *
 * @param targets to how many images at the end of each series deltas lead, from all others
 * @param sharePercent a delta of more than so many hundredths of the image is not kept
 * @param budget bytes that all deltas of a series may take together; what saves clients most comes first
 * @param workers how many deltas are made at once; 0 for as many as the machine has processors
 */
public record DeltaSettings(int targets, int sharePercent, long budget, int workers) {

    private static final int MOST_TARGETS = 1000;
    private static final int MOST_WORKERS = 256;

    /** The settings of a repository. */
    static DeltaSettings of(Upstream upstream) throws ProblemException {
        return new DeltaSettings(
                (int) number(upstream, "delta-targets", "3", MOST_TARGETS),
                (int) number(upstream, "delta-share", "90", 100),
                number(upstream, "delta-budget", Long.toString(Long.MAX_VALUE), Long.MAX_VALUE),
                (int) number(upstream, "workers", "0", MOST_WORKERS));
    }

    private static long number(Upstream upstream, String option, String preset, long most) throws ProblemException {
        String text = upstream.one(option, preset);
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw refuse(option, text, most, noNumber);
        }
        throw refuse(option, text, most, null);
    }

    private static ProblemException refuse(String option, String text, long most, Exception cause) {
        return new ProblemException(
                Problem.of(
                        "plan.setting",
                        Problem.Category.USAGE,
                        "object",
                        "--" + option,
                        "value",
                        text,
                        "least",
                        0,
                        "most",
                        most),
                cause);
    }
}
