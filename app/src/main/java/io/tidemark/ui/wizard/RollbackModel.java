package io.tidemark.ui.wizard;

import io.tidemark.engine.Views;
import io.tidemark.model.Channel;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.Version;
import io.tidemark.ui.Latest;
import io.tidemark.ui.Ui;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;

/**
 * Rolling one channel back: the last good version is chosen, the hold is on, and one command does it. Afterwards the
 * channels are read again from the disk. Used on the JavaFX thread.
 */
public final class RollbackModel {

    /** Where the dialog stands. */
    public enum Phase {
        CHOOSING,
        RUNNING,
        DONE,
        STOPPED
    }

    private final Facts facts;
    private final Views views;
    private final Ui ui;
    private final RollbackDraft draft;
    private final PlanModel plan;
    private final RunModel run;
    private final Latest asking;
    private final ReadOnlyObjectWrapper<Targets> targets = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.CHOOSING);
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RepositoryStatus> after = new ReadOnlyObjectWrapper<>();
    private boolean wanted;

    RollbackModel(Facts facts, Targets first, Ui ui) {
        this.facts = facts;
        this.views = ui.engine().views();
        this.ui = ui;
        this.draft = new RollbackDraft(facts.name());
        this.plan = new PlanModel(draft, ui.engine().operations(), ui.bridge());
        this.run = new RunModel(ui.engine().jobs(), ui.bridge(), Sequel.NONE);
        this.asking = ui.bridge().latest();
        show(first);
        draft.to.text().subscribe(_ -> makePlan());
        draft.hold.subscribe(_ -> makePlan());
        draft.byRef.subscribe(_ -> makePlan());
        plan.plan().subscribe(_ -> startIfWanted());
        plan.problem().subscribe(this::failed);
        run.problem().subscribe(this::failed);
        run.job().subscribe(_ -> follow());
        run.finished().subscribe(this::finished);
    }

    /** Where the channel can go back to. */
    public ReadOnlyObjectProperty<Targets> targets() {
        return targets.getReadOnlyProperty();
    }

    /** Where the dialog stands. */
    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** What failed, or null. */
    public ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** The repository read again afterwards; null before. */
    public ReadOnlyObjectProperty<RepositoryStatus> after() {
        return after.getReadOnlyProperty();
    }

    /** The version to go back to; empty when there is none. */
    public StringProperty to() {
        return draft.to.text();
    }

    /** Whether the channel is held afterwards. */
    public BooleanProperty hold() {
        return draft.hold;
    }

    /** Whether the ref itself moves, where channels are refs. */
    BooleanProperty byRef() {
        return draft.byRef;
    }

    /** Why; optional. */
    public StringProperty reason() {
        return draft.reason.text();
    }

    /** The plan behind the dialog. */
    public PlanModel plan() {
        return plan;
    }

    /** The channel that goes back. */
    public String channel() {
        return draft.channel.trimmed();
    }

    /** The version that the channel leaves, if it points at one. */
    public Optional<String> from() {
        return facts.channel(channel()).flatMap(channel -> channel.target());
    }

    Facts facts() {
        return facts;
    }

    /** The job. */
    public RunModel run() {
        return run;
    }

    /** Takes another channel. */
    public void choose(String channel) {
        if (!channel.equals(channel())) {
            asking.call(_ -> Targets.of(facts, Optional.of(channel), ui.engine()), this::show, problem::set);
        }
    }

    /** Rolls back; when the plan is still on its way, as soon as it is there. */
    public void start() {
        if (phase.get() != Phase.CHOOSING || !draft.complete().get()) {
            return;
        }
        wanted = true;
        Plan made = plan.plan().get();
        if (made != null && !made.operation().equals(draft.operation(Consent.none()))) {
            plan.again();
        } else if (made != null) {
            startIfWanted();
        } else {
            plan.make();
        }
    }

    /** Closes: what runs goes on. */
    void leave() {
        plan.forget();
        run.leave();
    }

    private void show(Targets found) {
        problem.set(null);
        draft.channel.text().set(found.channel());
        draft.to
                .text()
                .set(found.versions().stream().findFirst().map(Version::name).orElse(""));
        targets.set(found);
        makePlan();
    }

    private void makePlan() {
        if (phase.get() == Phase.CHOOSING && draft.complete().get()) {
            plan.make();
        }
    }

    private void startIfWanted() {
        Plan made = plan.plan().get();
        if (wanted && made != null && made.mayRun() && !made.nothingToDo()) {
            wanted = false;
            phase.set(Phase.RUNNING);
            run.start(made);
        }
    }

    private void failed(Problem why) {
        if (why != null) {
            wanted = false;
            problem.set(why);
            phase.set(phase.get() == Phase.RUNNING ? Phase.STOPPED : phase.get());
        }
    }

    private void follow() {
        boolean ended = run.job().get() != null && run.job().get().state().ended();
        if (ended && run.job().get().outcome().isEmpty()) {
            phase.set(Phase.STOPPED);
        }
    }

    private void finished(boolean done) {
        if (done) {
            ui.bridge().call(_ -> views.status(facts.name()), this::verified, this::failed);
        }
    }

    /** Whether the channel, read again from the disk, points where it was meant to and is held if that was asked. */
    public boolean asIntended() {
        return after.get() != null
                && after.get().channels().stream()
                        .filter(channel -> channel.name().equals(channel()))
                        .anyMatch(this::moved);
    }

    private boolean moved(Channel channel) {
        boolean there = channel.target().equals(draft.to.given());
        return there && (channel.hold().isPresent() || !draft.hold.get());
    }

    private void verified(RepositoryStatus status) {
        after.set(status);
        phase.set(Phase.DONE);
    }
}
