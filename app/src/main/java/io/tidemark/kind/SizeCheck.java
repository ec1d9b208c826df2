package io.tidemark.kind;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;

/**
 * Counts the bytes of a file and refuses it as soon as there is one too many, or at the end one too few. Kinds that know
 * more of a file check that besides.
 */
public class SizeCheck implements ContentCheck {

    private final WantedFile wanted;
    private long seen;

    /** A check of one file. */
    public SizeCheck(WantedFile wanted) {
        this.wanted = wanted;
    }

    @Override
    public void update(byte[] buffer, int offset, int length) throws ProblemException {
        seen += length;
        if (wanted.size() >= 0 && seen > wanted.size()) {
            throw tooLong();
        }
    }

    @Override
    public void finish() throws ProblemException {
        if (wanted.size() >= 0 && seen < wanted.size()) {
            throw content(wanted.size() + " B", seen + " B");
        }
    }

    /** Bytes seen so far. */
    protected final long seen() {
        return seen;
    }

    /** The content is not what was promised. */
    protected final ProblemException content(String expected, String got) {
        return new ProblemException(Problem.of(
                "upstream.content",
                Problem.Category.REFUSED,
                "object",
                wanted.path(),
                "expected",
                expected,
                "got",
                got));
    }

    private ProblemException tooLong() {
        return new ProblemException(Problem.of(
                "upstream.size",
                Problem.Category.REFUSED,
                "object",
                wanted.path(),
                "size",
                seen,
                "limit",
                wanted.size()));
    }
}
