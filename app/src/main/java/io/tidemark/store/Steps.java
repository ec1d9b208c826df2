package io.tidemark.store;

import io.tidemark.model.ProblemException;

/** Who takes which step. */
final class Steps {

    private Steps() {}

    static Doer doer(Workbench bench, Step step) throws ProblemException {
        return switch (step) {
            case Step.Flip flip -> new Flipping(bench.home, flip);
            case Step.Release release -> new Releasing(bench.home, release);
            case Step.Prune prune -> new Pruning(bench.home, prune, bench.remover());
            case Step.Exchange exchange -> new Exchanging(bench.home, exchange);
            case Step.GiveBack back -> new GivingBack(bench.home, back, bench.remover());
            case Step.Seal seal -> new Sealing(bench, seal);
            case Step.Publish publish -> new Publishing(bench.home, publish, bench.remover());
            case Step.Enlist enlist -> new Enlisting(bench.home, enlist);
            case Step.Replace replace -> new Replacing(bench.home, replace);
        };
    }
}
