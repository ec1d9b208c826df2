package io.tidemark.ui.wizard;

import io.tidemark.engine.Jobs;
import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.LogLine;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.Subscription;
import io.tidemark.ui.Work;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * One started job as its dialog watches it. The job belongs to the engine: closing the dialog ends the watching and not
 * the job, unless a sequel waits for its end. Used on the JavaFX thread.
 */
public final class RunModel {

    private static final Duration PACE = Duration.ofMillis(200);
    private static final int LINES_KEPT = 2_000;

    private final Jobs jobs;
    private final FxBridge bridge;
    private final Sequel sequel;
    private final ReadOnlyObjectWrapper<JobRecord> job = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper finished = new ReadOnlyBooleanWrapper();
    private final ObservableList<LogLine> log = FXCollections.observableArrayList();
    private Subscription watching;
    private boolean asking;

    RunModel(Jobs jobs, FxBridge bridge, Sequel sequel) {
        this.jobs = jobs;
        this.bridge = bridge;
        this.sequel = sequel;
    }

    /** The job as last seen; null until it was queued. */
    public ReadOnlyObjectProperty<JobRecord> job() {
        return job.getReadOnlyProperty();
    }

    /** Why it could not be started, failed, or why its sequel failed; null if all is well. */
    public ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether a person asked it to stop and it has not ended yet. */
    public ReadOnlyBooleanProperty cancelling() {
        return cancelling.getReadOnlyProperty();
    }

    /** Whether the job is done and its sequel too. */
    public ReadOnlyBooleanProperty finished() {
        return finished.getReadOnlyProperty();
    }

    /** The newest lines of its log. */
    public ObservableList<LogLine> log() {
        return log;
    }

    /** Whether it was started and has not ended. */
    public boolean running() {
        return job.get() != null && !job.get().state().ended();
    }

    /** Milliseconds left at the present speed, if that can be told. */
    public OptionalLong millisLeft() {
        var sample = job.get() == null ? null : job.get().progress();
        if (sample == null || sample.totalBytes() <= 0 || sample.bytesPerSecond() <= 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.max(0, sample.totalBytes() - sample.doneBytes()) * 1000 / sample.bytesPerSecond());
    }

    /** Queues a plan and watches it. */
    void start(Plan plan) {
        begin(_ -> jobs.start(plan));
    }

    /** Runs a job that failed, was cancelled or interrupted once more, planned anew. */
    public void retry() {
        String id = job.get().id();
        begin(_ -> jobs.resume(id));
    }

    /** Asks the job to stop; what comes of it is seen by watching. */
    public void cancel() {
        if (running() && !cancelling.get()) {
            cancelling.set(true);
            String id = job.get().id();
            bridge.call(_ -> stop(id), _ -> look(), problem::set);
        }
    }

    /** Ends the watching, unless a sequel waits. */
    void leave() {
        if (sequel == Sequel.NONE || !running()) {
            unwatch();
        }
    }

    /** Looks at the job now. */
    public void look() {
        if (!asking && job.get() != null) {
            asking = true;
            String id = job.get().id();
            long after = log.isEmpty() ? 0 : log.getLast().number();
            bridge.call(_ -> new Seen(jobs.get(id), jobs.log(id, after)), this::saw, this::lost);
        }
    }

    private void begin(Work<JobRecord> starting) {
        unwatch();
        problem.set(null);
        finished.set(false);
        log.clear();
        bridge.call(starting, this::started, problem::set);
    }

    private String stop(String id) throws ProblemException {
        jobs.cancel(id);
        return id;
    }

    private void started(JobRecord record) {
        job.set(record);
        watching = bridge.repeat(PACE, this::look);
        look();
    }

    private void saw(Seen seen) {
        asking = false;
        log.addAll(seen.lines());
        if (log.size() > LINES_KEPT) {
            log.remove(0, log.size() - LINES_KEPT);
        }
        job.set(seen.record());
        if (seen.record().state().ended() && watching != null) {
            ended(seen.record());
        }
    }

    private void ended(JobRecord record) {
        unwatch();
        cancelling.set(false);
        record.problem().ifPresent(problem::set);
        if (record.state() == JobState.DONE && record.outcome().isPresent()) {
            bridge.call(
                    context -> {
                        sequel.after(record.outcome().get(), context);
                        return record;
                    },
                    _ -> finished.set(true),
                    this::sequelFailed);
        }
    }

    private void sequelFailed(Problem why) {
        problem.set(why);
        finished.set(true);
    }

    private void lost(Problem why) {
        asking = false;
        unwatch();
        problem.set(why);
    }

    private void unwatch() {
        if (watching != null) {
            watching.end();
            watching = null;
        }
    }

    private record Seen(JobRecord record, List<LogLine> lines) {}
}
