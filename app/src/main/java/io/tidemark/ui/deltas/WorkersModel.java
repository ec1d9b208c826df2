package io.tidemark.ui.deltas;

import io.tidemark.engine.Images.Workers;
import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.Operation;
import io.tidemark.model.ProblemException;
import io.tidemark.ui.Inventory;
import io.tidemark.ui.Place.Pair;
import io.tidemark.ui.Subscription;
import io.tidemark.ui.Ui;
import io.tidemark.ui.deltas.PairWork.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Who is making deltas of one repository now, and the job that they work for. Samples at a pace; JavaFX thread only. */
public final class WorkersModel {

    private static final Duration PACE = Duration.ofMillis(250);

    private final Ui ui;
    private final String repository;
    private final ReadOnlyObjectWrapper<Workers> workers = new ReadOnlyObjectWrapper<>(Workers.none());
    private final ReadOnlyObjectWrapper<Optional<JobRecord>> job = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<Subscription> listening = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<Pair, PairWork> work = new HashMap<>();
    private boolean asking;

    WorkersModel(Ui ui, String repository) {
        this.ui = ui;
        this.repository = repository;
    }

    void open() {
        javafx.util.Subscription jobs = ui.jobs().list().subscribe(this::follow);
        listening.add(jobs::unsubscribe);
        listening.add(ui.bridge().repeat(PACE, this::look));
        look();
    }

    void close() {
        listening.forEach(Subscription::end);
    }

    /** The workers as last seen. */
    public ReadOnlyObjectProperty<Workers> workers() {
        return workers.getReadOnlyProperty();
    }

    /** What the workers have to do with a pair. */
    PairWork work(Pair pair) {
        return work.getOrDefault(pair, PairWork.NONE);
    }

    /** The job that makes deltas here, while it is not over. */
    public ReadOnlyObjectProperty<Optional<JobRecord>> job() {
        return job.getReadOnlyProperty();
    }

    /** What people call the ends of pairs. */
    void call(Map<String, String> known) {
        names.putAll(known);
    }

    /** What people call an image or a commit, where that is not as its name says. */
    Optional<String> called(String id) {
        return Optional.ofNullable(names.get(id));
    }

    /** Lets more or fewer work at once. */
    public void widen(int width) {
        command(() -> ui.engine().images().widen(repository, width));
    }

    /** Lets the job wait, or go on when it waits. */
    public void pauseOrResume() {
        job.get().ifPresent(now -> command(() -> turn(now)));
    }

    /** Stops the job; deltas that are made stay. */
    public void cancel() {
        job.get().ifPresent(now -> command(() -> ui.engine().jobs().cancel(now.id())));
    }

    private void turn(JobRecord now) throws ProblemException {
        if (now.state() == JobState.PAUSED) {
            ui.engine().jobs().resume(now.id());
        } else {
            ui.engine().jobs().pause(now.id());
        }
    }

    private void follow(List<JobRecord> jobs) {
        job.set(jobs.stream()
                .filter(each ->
                        !each.state().ended() && mine(each) && makes(each.plan().operation()))
                .findFirst());
    }

    private static boolean makes(Operation operation) {
        return operation instanceof Operation.MakeDeltas
                || operation instanceof Operation.Update
                || operation instanceof Operation.Promote
                || operation instanceof Operation.Rollback;
    }

    private boolean mine(JobRecord each) {
        String dir = each.plan().operation().dir();
        return each.plan().repository().equals(repository)
                || dir.equals(repository)
                || ui.desk()
                        .inventory()
                        .item(repository)
                        .map(Inventory.Item::dir)
                        .filter(dir::equals)
                        .isPresent();
    }

    private void look() {
        if (!asking) {
            asking = true;
            ui.bridge()
                    .call(context -> ui.engine().images().workers(repository), this::accept, failed -> asking = false);
        }
    }

    private void accept(Workers seen) {
        asking = false;
        work.clear();
        seen.waiting().forEach(each -> note(each.from(), each.to(), new PairWork(State.WAITING, -1)));
        seen.done().forEach(each -> note(each.from(), each.to(), new PairWork(State.DONE, 1)));
        seen.busy()
                .forEach(each -> note(
                        each.from(),
                        each.to(),
                        new PairWork(State.RUNNING, each.progress().fraction())));
        workers.set(seen);
    }

    private void note(String from, String to, PairWork state) {
        work.put(new Pair(from, to), state);
    }

    private void command(Command command) {
        ui.bridge().call(context -> command.run(), done -> {
            ui.jobs().refresh();
            look();
        });
    }

    /** A call that answers nothing. */
    @FunctionalInterface
    private interface Command {

        void execute() throws ProblemException;

        default Boolean run() throws ProblemException {
            execute();
            return Boolean.TRUE;
        }
    }
}
