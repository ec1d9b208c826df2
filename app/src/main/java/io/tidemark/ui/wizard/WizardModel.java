package io.tidemark.ui.wizard;

import io.tidemark.model.JobState;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.ui.Ui;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableBooleanValue;

/**
 * The way through a wizard: option pages, the plan, the run, the verified result. Only forwards once started. Used on
 * the JavaFX thread.
 */
public final class WizardModel {

    private final List<ObservableBooleanValue> options;
    private final PlanModel plan;
    private final RunModel run;
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
    private final BooleanBinding startable;

    /** A wizard whose option pages are complete when the given values say so. */
    WizardModel(Ui ui, Draft draft, List<ObservableBooleanValue> options, Sequel sequel) {
        this.options = List.copyOf(options);
        this.plan = new PlanModel(draft, ui.engine().operations(), ui.bridge());
        this.run = new RunModel(ui.engine().jobs(), ui.bridge(), sequel);
        this.startable = Bindings.createBooleanBinding(
                () -> step.get() == planStep() && mayRun(plan.plan().get()), step, plan.plan());
        run.finished().subscribe(this::show);
        if (options.isEmpty()) {
            plan.make();
        }
    }

    /** Where one is: option pages first, then {@link #planStep}, {@link #runStep}, {@link #resultStep}. */
    public ReadOnlyIntegerProperty step() {
        return step.getReadOnlyProperty();
    }

    /** The step that shows the plan. */
    public int planStep() {
        return options.size();
    }

    /** The step that shows the running job. */
    public int runStep() {
        return options.size() + 1;
    }

    /** The step that shows the verified result. */
    public int resultStep() {
        return options.size() + 2;
    }

    /** The plan. */
    public PlanModel plan() {
        return plan;
    }

    /** The job. */
    public RunModel run() {
        return run;
    }

    /** Whether Start would start. */
    public BooleanBinding startable() {
        return startable;
    }

    /** What was done, once it is. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(run.job().get()).flatMap(job -> job.outcome());
    }

    /** Whether one can go back from here. */
    public boolean canGoBack() {
        return step.get() > 0 && step.get() <= planStep() || stopped();
    }

    /** Whether a page may be left forwards. */
    public boolean complete(int page) {
        return page >= options.size() || options.get(page).get();
    }

    /** Whether an option page may be left forwards, as it changes. */
    ObservableBooleanValue completeness(int page) {
        return options.get(page);
    }

    /** Whether the job ended without being done. */
    public boolean stopped() {
        boolean started = run.job().get() != null;
        boolean refused = !started && run.problem().get() != null;
        return step.get() == runStep()
                && (refused
                        || started
                                && run.job().get().state().ended()
                                && run.job().get().state() != JobState.DONE);
    }

    /** One page on; from the last option page to the plan, which is then made. */
    public void next() {
        if (step.get() < planStep() && complete(step.get())) {
            enter(step.get() + 1);
        }
    }

    /** One page back; from a job that stopped, to a fresh plan. */
    public void back() {
        if (stopped()) {
            plan.again();
            step.set(planStep());
        } else if (canGoBack()) {
            enter(step.get() - 1);
        }
    }

    /** To a page already passed, or further as long as every page on the way is complete. */
    public void go(int page) {
        if (step.get() > planStep() || page > planStep()) {
            return;
        }
        for (int passed = step.get(); passed < page; passed++) {
            if (!complete(passed)) {
                return;
            }
        }
        enter(page);
    }

    /** To the plan, or from the plan into the run: what {@code Ctrl Enter} does. */
    public void forward() {
        if (step.get() < planStep()) {
            go(planStep());
        } else {
            start();
        }
    }

    /** Starts exactly the plan on show. */
    public void start() {
        if (startable.get()) {
            step.set(runStep());
            run.start(plan.plan().get());
        }
    }

    /** The dialog is closed: planning stops, a running job goes on. */
    public void leave() {
        plan.forget();
        run.leave();
    }

    private void enter(int page) {
        step.set(page);
        if (page == planStep()) {
            plan.make();
        }
    }

    private void show(boolean finished) {
        if (finished) {
            step.set(resultStep());
        }
    }

    private static boolean mayRun(Plan made) {
        return made != null && made.mayRun() && !made.nothingToDo();
    }
}
