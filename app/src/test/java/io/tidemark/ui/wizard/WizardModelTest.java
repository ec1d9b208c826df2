package io.tidemark.ui.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.JobState;
import io.tidemark.model.Operation;
import io.tidemark.model.ProgressSample;
import io.tidemark.ui.SampleEngine;
import io.tidemark.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class WizardModelTest {

    private final SampleEngine engine = SampleEngine.full();
    private final Ui ui = engine.ui();
    private final UpdateDraft draft = new UpdateDraft("alpine-thin-clients", false);
    private final SimpleBooleanProperty page = new SimpleBooleanProperty(true);
    private final List<String> sequels = new ArrayList<>();
    private final WizardModel model = new WizardModel(
            ui, draft, List.of(page, draft.complete()), (outcome, _) -> sequels.add(outcome.repository()));

    @Test
    void anIncompletePageIsNotLeftForwards() {
        page.set(false);
        model.next();
        model.forward();
        assertEquals(0, model.step().get());
        page.set(true);
        model.next();
        assertEquals(1, model.step().get());
    }

    @Test
    void reachingThePlanMakesIt() {
        model.forward();
        assertEquals(model.planStep(), model.step().get());
        assertNotNull(model.plan().plan().get());
        assertTrue(model.startable().get());
        assertNull(engine.operations().ran());
    }

    @Test
    void aChangedChoiceThrowsThePlanAway() {
        model.forward();
        model.back();
        draft.version.text().set("3.15.7");
        assertNull(model.plan().plan().get());
        model.next();
        assertEquals("3.15.7", model.plan().plan().get().version().orElseThrow());
    }

    @Test
    void startingLeadsToTheVerifiedResult() throws Exception {
        model.forward();
        model.forward();
        assertEquals(model.runStep(), model.step().get());
        assertFalse(model.canGoBack());
        model.run().look();
        assertEquals(10, model.run().log().size());
        engine.jobs().finish(model.run().job().get().id());
        model.run().look();
        assertEquals(model.resultStep(), model.step().get());
        assertEquals("3.15.6", model.outcome().orElseThrow().version().orElseThrow());
        assertEquals(List.of("alpine-thin-clients"), sequels);
    }

    @Test
    void aCancelledJobLeadsBackToAFreshPlan() {
        model.forward();
        model.start();
        model.run().cancel();
        model.run().look();
        assertEquals(JobState.CANCELLED, model.run().job().get().state());
        assertTrue(model.stopped());
        assertEquals(List.of(), sequels);
        model.back();
        assertEquals(model.planStep(), model.step().get());
        assertTrue(model.startable().get());
    }

    @Test
    void anInterruptedJobCanBeRunAgain() throws Exception {
        model.forward();
        model.start();
        String first = model.run().job().get().id();
        engine.jobs().change(first, JobState.INTERRUPTED);
        model.run().look();
        model.run().retry();
        assertFalse(first.equals(model.run().job().get().id()));
        assertTrue(model.run().running());
    }

    @Test
    void timeLeftFollowsFromSpeed() throws Exception {
        model.forward();
        model.start();
        assertEquals(OptionalLong.empty(), model.run().millisLeft());
        engine.jobs().progress(model.run().job().get().id(), new ProgressSample("fetch", 1, 2, 600, 1_000, 200));
        model.run().look();
        assertEquals(OptionalLong.of(2_000), model.run().millisLeft());
    }

    @Test
    void aWizardWithoutPagesPlansAtOnce() {
        WizardModel bare = new WizardModel(ui, new ShareDraft("alpine-thin-clients"), List.of(), Sequel.NONE);
        assertEquals(0, bare.planStep());
        assertEquals(
                new Operation.ShareCopies("alpine-thin-clients"),
                bare.plan().plan().get().operation());
    }
}
