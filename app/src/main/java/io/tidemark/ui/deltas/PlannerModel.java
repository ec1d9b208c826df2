package io.tidemark.ui.deltas;

import io.tidemark.engine.Images.Between;
import io.tidemark.engine.Images.Matrix;
import io.tidemark.engine.Images.Wish;
import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.Upstream;
import io.tidemark.ui.Latest;
import io.tidemark.ui.Subscription;
import io.tidemark.ui.Ui;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which deltas are wished for, and working out what that costs: a newer wish gives the older one up. JavaFX thread only. */
public final class PlannerModel {

    private static final Duration PACE = Duration.ofMillis(200);

    private final Ui ui;
    private final String repository;
    private final Latest asking;
    private final AtomicReference<JobContext> asked = new AtomicReference<>();
    private final ObjectProperty<Integer> targets = new SimpleObjectProperty<>(Between.IMAGES.targets());
    private final StringProperty budget = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper planning = new ReadOnlyBooleanWrapper();
    private final DoubleProperty share = new SimpleDoubleProperty(-1);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Matrix>> planned = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int savedTargets = Between.IMAGES.targets();
    private Budget savedBudget = Budget.NONE;
    private boolean told;
    private Subscription watching = () -> {};

    PlannerModel(Ui ui, String repository) {
        this.ui = ui;
        this.repository = repository;
        asking = ui.bridge().latest();
        targets.addListener(change -> replan());
        budget.addListener(change -> replan());
    }

    /** To how many of the newest images of a series deltas lead. */
    public ObjectProperty<Integer> targets() {
        return targets;
    }

    /** Bytes that all deltas of a series may take, as they are typed; nothing for no limit. */
    public StringProperty budget() {
        return budget;
    }

    /** Whether a plan is being worked out. */
    public ReadOnlyBooleanProperty planning() {
        return planning.getReadOnlyProperty();
    }

    /** How far that is, -1 while nobody knows. */
    DoubleProperty share() {
        return share;
    }

    /** Why there is no plan. */
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** The plan of the newest wish. */
    public ReadOnlyObjectProperty<Optional<Matrix>> planned() {
        return planned.getReadOnlyProperty();
    }

    /** Whether the typed budget can be understood. */
    boolean valid() {
        return Budget.of(budget.get()).isPresent();
    }

    /** Whether the wish is another one than the settings say. */
    boolean differs() {
        return valid() && !(targets.get() == savedTargets && wished().equals(savedBudget));
    }

    OptionalLong bytes() {
        return wished().bytes();
    }

    /** Begins with what the settings say, unless the person has already wished for something else. */
    void settings(Upstream upstream, Between between) {
        boolean own = differs();
        savedTargets = Integer.parseInt(upstream.one("delta-targets", Integer.toString(between.targets())));
        String limit = upstream.one("delta-budget", "");
        savedBudget = limit.isEmpty() ? Budget.NONE : new Budget(OptionalLong.of(Long.parseLong(limit)));
        if (!own) {
            told = false;
            targets.set(savedTargets);
            budget.set(limit.isEmpty() ? "" : ui.texts().formats().bytes(Long.parseLong(limit)));
            savedBudget = wished();
        }
        told = true;
    }

    /** Works the plan out again. */
    void replan() {
        if (told && valid()) {
            begin();
            asking.call(this::plan, this::accept, this::failed);
        }
    }

    /** Gives up what is being worked out. */
    public void stop() {
        asking.cancel();
        end();
    }

    private Matrix plan(JobContext job) throws io.tidemark.model.ProblemException, InterruptedException {
        asked.set(job);
        return ui.engine().images().plan(repository, new Wish(Optional.of(targets.get()), bytes(), Map.of()), job);
    }

    private void begin() {
        end();
        problem.set(Optional.empty());
        planning.set(true);
        watching = ui.bridge().repeat(PACE, this::look);
    }

    private void look() {
        Optional.ofNullable(asked.get())
                .ifPresent(job -> share.set(job.progress().sample().fraction()));
    }

    private void accept(Matrix matrix) {
        end();
        planned.set(Optional.of(matrix));
    }

    private void failed(Problem why) {
        end();
        problem.set(Optional.of(why));
    }

    private void end() {
        watching.end();
        planning.set(false);
        share.set(-1);
    }

    private Budget wished() {
        return Budget.of(budget.get()).orElse(Budget.NONE);
    }

    /** Does something each time the plan changes. */
    void onPlan(Consumer<Matrix> listener) {
        planned.addListener((observed, before, now) -> now.ifPresent(listener));
    }
}
