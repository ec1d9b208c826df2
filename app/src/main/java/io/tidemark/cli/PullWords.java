package io.tidemark.cli;

import io.tidemark.model.HostProfile;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code TREE=rsync://…[,HOURS]}. */
final class PullWords {

    private static final Pattern WORDS = Pattern.compile("([^=]+)=(rsync://[^,]+)(?:,([0-9]{1,2}))?");
    private static final int USUAL_HOURS = 6;
    private static final int DAY = 24;
    private static final int HOUR = 60;

    private PullWords() {}

    /**
     * What is fetched from where, how often. The minute follows from the words, so that hosts do not all come at once and
     * the same words mean the same.
     *
     * @throws ProblemException {@code cli.pull}
     */
    static HostProfile.Pull read(String words) throws ProblemException {
        Matcher matcher = WORDS.matcher(words);
        int hours = matcher.matches() && matcher.group(3) != null ? Integer.parseInt(matcher.group(3)) : USUAL_HOURS;
        if (!matcher.matches() || hours < 1 || hours > DAY) {
            throw new ProblemException(Problem.of("cli.pull", Problem.Category.USAGE, "object", words));
        }
        int minute = Math.floorMod(words.hashCode(), HOUR);
        return new HostProfile.Pull(matcher.group(1), matcher.group(2), hours, minute);
    }
}
