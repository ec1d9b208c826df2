package io.tidemark.ui.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.JobState;
import io.tidemark.model.Operation;
import io.tidemark.ui.SampleEngine;
import io.tidemark.ui.Ui;
import io.tidemark.ui.wizard.RollbackModel.Phase;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RollbackModelTest {

    private static final String REPOSITORY = "alpine-thin-clients";

    private final SampleEngine engine = SampleEngine.full();
    private final Ui ui = engine.ui();

    @Test
    void theChannelThatWasNotTakenBackYetIsMeant() throws Exception {
        assertEquals("testing", model(Optional.empty()).channel());
        assertEquals("latest-stable", model(Optional.of("latest-stable")).channel());
    }

    @Test
    void lastGoodVersionIsChosenHoldIsOnAndNothingMustBeTyped() throws Exception {
        RollbackModel model = model(Optional.of("testing"));
        assertEquals("3.15.4", model.to().get());
        assertTrue(model.hold().get());
        assertNotNull(model.plan().plan().get());
    }

    @Test
    void oneCommandRollsBack() throws Exception {
        RollbackModel model = model(Optional.of("testing"));
        model.start();
        assertEquals(Phase.RUNNING, model.phase().get());
        assertEquals(new Operation.Rollback(REPOSITORY, "testing", Optional.of("3.15.4"), true, ""), asked(model));
    }

    @Test
    void theReasonAndTheOtherVersionAreCarriedOut() throws Exception {
        RollbackModel model = model(Optional.of("testing"));
        model.to().set("3.15.3");
        model.hold().set(false);
        model.reason().set("200 thin clients stop at boot");
        model.start();
        assertEquals(
                new Operation.Rollback(
                        REPOSITORY, "testing", Optional.of("3.15.3"), false, "200 thin clients stop at boot"),
                asked(model));
    }

    @Test
    void successIsSaidAfterTheDiskWasReadAgain() throws Exception {
        RollbackModel model = model(Optional.of("testing"));
        model.start();
        engine.views().rolledBack("testing", "3.15.4");
        engine.jobs().finish(model.run().job().get().id());
        model.run().look();
        assertEquals(Phase.DONE, model.phase().get());
        assertTrue(model.asIntended());
    }

    @Test
    void aDiskThatShowsSomethingElseIsNotCalledRight() throws Exception {
        RollbackModel model = model(Optional.of("testing"));
        model.start();
        engine.jobs().finish(model.run().job().get().id());
        model.run().look();
        assertEquals(Phase.DONE, model.phase().get());
        assertFalse(model.asIntended());
    }

    @Test
    void aJobThatDidNotFinishIsNotCalledDone() throws Exception {
        RollbackModel model = model(Optional.of("testing"));
        model.start();
        engine.jobs().change(model.run().job().get().id(), JobState.FAILED);
        model.run().look();
        assertEquals(Phase.STOPPED, model.phase().get());
    }

    @Test
    void anotherChannelBringsItsOwnTargets() throws Exception {
        RollbackModel model = model(Optional.of("testing"));
        model.choose("latest-stable");
        assertEquals("latest-stable", model.channel());
        assertEquals("3.15.4", model.from().orElseThrow());
        assertEquals("latest-stable", model.plan().plan().get().channel().orElseThrow());
    }

    private RollbackModel model(Optional<String> channel) throws Exception {
        Facts facts = Facts.of(REPOSITORY, ui.engine());
        return new RollbackModel(facts, Targets.of(facts, channel, ui.engine()), ui);
    }

    private static Operation asked(RollbackModel model) {
        return model.run().job().get().plan().operation();
    }
}
