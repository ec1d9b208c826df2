package io.tidemark.ui;

import io.tidemark.engine.Jobs;
import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Samples the jobs for the whole window, a few times a second, and says when one has ended. JavaFX thread only; the
 * engine is asked beside it, and never again before it has answered.
 */
public final class JobWatch {

    private static final Duration PACE = Duration.ofMillis(250);

    private final FxBridge bridge;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<List<JobRecord>> list = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<String, JobState> known = new HashMap<>();
    private final List<Consumer<JobRecord>> ended = new CopyOnWriteArrayList<>();
    private boolean asking;
    private boolean looked;

    /** A watch that has not looked yet. */
    public JobWatch(FxBridge bridge, Jobs jobs) {
        this.bridge = bridge;
        this.jobs = jobs;
    }

    /** Looks now and then at a steady pace, until that is ended. */
    public Subscription start() {
        refresh();
        return bridge.repeat(PACE, this::refresh);
    }

    /** Looks now, unless an answer is still awaited. */
    public void refresh() {
        if (!asking) {
            asking = true;
            bridge.call(job -> jobs.list(), this::accept, problem -> asking = false);
        }
    }

    /** All jobs, newest first, as last seen. */
    public ReadOnlyObjectProperty<List<JobRecord>> list() {
        return list.getReadOnlyProperty();
    }

    /** One job as last seen. */
    public Optional<JobRecord> job(String id) {
        return list.get().stream().filter(job -> job.id().equals(id)).findFirst();
    }

    /** How many run or wait. */
    public long open() {
        return list.get().stream().filter(job -> !job.state().ended()).count();
    }

    /** Tells of each job that ended while we watched. */
    public Subscription onEnded(Consumer<JobRecord> listener) {
        ended.add(listener);
        return () -> ended.remove(listener);
    }

    private void accept(List<JobRecord> seen) {
        asking = false;
        if (!seen.equals(list.get())) {
            list.set(List.copyOf(seen));
            seen.forEach(this::compare);
        }
        looked = true;
    }

    /** A short job may begin and end between two looks; those of the first look ended before we watched. */
    private void compare(JobRecord job) {
        JobState before = known.put(job.id(), job.state());
        boolean news = before == null ? looked : !before.ended();
        if (news && job.state().ended()) {
            ended.forEach(listener -> listener.accept(job));
        }
    }
}
