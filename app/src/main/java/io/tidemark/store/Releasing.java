package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.util.Optional;

/** Lifts a hold. */
final class Releasing implements Doer {

    private final Settings settings;
    private final Step.Release step;

    Releasing(Home home, Step.Release step) {
        this.settings = new Settings(home);
        this.step = step;
    }

    @Override
    public void act() throws ProblemException {
        settings.hold(step.channel(), Optional.empty());
    }

    @Override
    public boolean begun() throws ProblemException {
        return !settings.holds().containsKey(step.channel());
    }

    @Override
    public void undo() throws ProblemException {
        if (begun()) {
            settings.hold(step.channel(), Optional.of(step.hold()));
        }
    }
}
