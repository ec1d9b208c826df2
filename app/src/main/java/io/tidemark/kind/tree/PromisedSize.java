package io.tidemark.kind.tree;

import io.tidemark.kind.ContentCheck;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;

/** Nothing but the size can be checked of a file that nobody signed. */
final class PromisedSize implements ContentCheck {

    private final WantedFile wanted;
    private long seen;

    PromisedSize(WantedFile wanted) {
        this.wanted = wanted;
    }

    @Override
    public void update(byte[] buffer, int offset, int length) throws ProblemException {
        seen += length;
        if (wanted.size() >= 0 && seen > wanted.size()) {
            throw wrong();
        }
    }

    @Override
    public void finish() throws ProblemException {
        if (wanted.size() >= 0 && seen != wanted.size()) {
            throw wrong();
        }
    }

    private ProblemException wrong() {
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
