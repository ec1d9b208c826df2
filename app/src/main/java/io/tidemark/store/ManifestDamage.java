package io.tidemark.store;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;

/** What is wrong with the text of a manifest; whoever knows which version it belongs to makes a problem of it. */
final class ManifestDamage extends Exception {

    private static final long serialVersionUID = 1L;

    ManifestDamage(String what) {
        super(what);
    }

    /** The problem {@code store.manifest} of a version. */
    ProblemException of(String version) {
        Problem problem = Problem.of("store.manifest", Problem.Category.REFUSED, "object", version);
        return new ProblemException(problem.with(getMessage()), this);
    }
}
