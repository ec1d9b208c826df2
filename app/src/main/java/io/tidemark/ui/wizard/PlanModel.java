package io.tidemark.ui.wizard;

import io.tidemark.engine.Operations;
import io.tidemark.model.Gate;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.Latest;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The plan of one draft: made in the background, thrown away when a choice changes, made again when a person agrees to
 * something. Writes nothing. Used on the JavaFX thread.
 */
public final class PlanModel {

    private final Draft draft;
    private final Operations operations;
    private final Latest planner;
    private final ReadOnlyObjectWrapper<Plan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper planning = new ReadOnlyBooleanWrapper();
    private final InvalidationListener outdated = _ -> forget();
    private final Confirmation confirmation = new Confirmation();
    private Consent consent = Consent.none();

    PlanModel(Draft draft, Operations operations, FxBridge bridge) {
        this.draft = draft;
        this.operations = operations;
        this.planner = bridge.latest();
        draft.choices().forEach(choice -> choice.addListener(outdated));
    }

    /** The plan, or null while there is none. */
    public ReadOnlyObjectProperty<Plan> plan() {
        return plan.getReadOnlyProperty();
    }

    /** Why no plan can be made, or null. */
    public ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether a plan is being made. */
    public ReadOnlyBooleanProperty planning() {
        return planning.getReadOnlyProperty();
    }

    /** What the person must do to take the way out of the first closed gate. */
    public Confirmation confirmation() {
        return confirmation;
    }

    /** Whether a gate is open only because the person passed over it. */
    public boolean passedOver(Gate gate) {
        return consent.has(gate.name());
    }

    /** Makes the plan unless it is there or on its way. */
    public void make() {
        if (plan.get() == null && !planning.get()) {
            again();
        }
    }

    /** Makes the plan anew. */
    public void again() {
        drop();
        planning.set(true);
        var operation = draft.operation(consent);
        planner.call(job -> operations.plan(operation, job), this::came, this::failed);
    }

    /** Takes the way out that the person confirmed, if it is one that changes the plan, and plans again. */
    public void takeWayOut() {
        if (!confirmation.given().get()) {
            return;
        }
        switch (confirmation.way().get()) {
            case WayOut.Typed guard -> agree(consent.toPass(guard.gate()));
            case WayOut.Ticked guard -> agree(consent.toPass(guard.gate()));
            case WayOut.Trust keys -> agree(consent.toTrust(keys.fingerprints()));
            case WayOut.Release _, WayOut.ReleaseThere _, WayOut.MakeRoom _, WayOut.Verify _ -> {}
        }
    }

    /** Stops planning; what was agreed to is forgotten with the choices it was agreed for. */
    void forget() {
        consent = Consent.none();
        drop();
    }

    private void agree(Consent more) {
        consent = more;
        again();
    }

    private void drop() {
        planner.cancel();
        planning.set(false);
        plan.set(null);
        problem.set(null);
        confirmation.ask(null);
    }

    private void came(Plan made) {
        planning.set(false);
        confirmation.ask(wayOut(made));
        plan.set(made);
    }

    private void failed(Problem why) {
        planning.set(false);
        confirmation.ask(WayOut.of(why).orElse(null));
        problem.set(why);
    }

    /** One closed gate without a way out makes the others' worthless. */
    private static WayOut wayOut(Plan made) {
        List<Optional<WayOut>> ways = made.gates().stream()
                .filter(gate -> !gate.open())
                .map(gate -> WayOut.of(gate, made))
                .toList();
        boolean all = !ways.isEmpty() && ways.stream().allMatch(Optional::isPresent);
        return all ? ways.getFirst().get() : null;
    }
}
