package io.tidemark.ui.repository;

import io.tidemark.engine.Images.Between;
import io.tidemark.engine.Serving.Served;
import io.tidemark.engine.Views;
import io.tidemark.job.JobContext;
import io.tidemark.model.Capability;
import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.KindInfo;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.Timeline;
import io.tidemark.model.Version;
import io.tidemark.ui.Latest;
import io.tidemark.ui.Place;
import io.tidemark.ui.Subscription;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Words;
import io.tidemark.ui.timeline.TimelineModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One repository as its page shows it, and what can be done there. No nodes; JavaFX thread only. */
public final class RepositoryModel {

    private static final int JOURNAL = 2_000;

    private final Ui ui;
    private final String name;
    private final TimelineModel timeline = new TimelineModel();
    private final ReadOnlyObjectWrapper<Optional<Glance>> glance = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Details>> details = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Served>> served = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
    private final List<Subscription> listening = new ArrayList<>();
    private final Latest reading;
    private final Latest comparing;
    private final Latest facts;

    /** A model that has not asked yet. */
    public RepositoryModel(Ui ui, String name) {
        this.ui = ui;
        this.name = name;
        reading = ui.bridge().latest();
        comparing = ui.bridge().latest();
        facts = ui.bridge().latest();
    }

    /** Asks for everything, and again whenever a job of this repository ends. */
    public void open(Optional<String> version) {
        listening.add(ui.jobs().onEnded(this::ended));
        javafx.util.Subscription jobs = ui.jobs().list().subscribe(this::follow);
        javafx.util.Subscription picks = timeline.picked().subscribe(this::describe);
        listening.add(jobs::unsubscribe);
        listening.add(picks::unsubscribe);
        version.ifPresentOrElse(wanted -> read(() -> timeline.pick(wanted)), this::refresh);
    }

    /** Stops listening and gives calls up. */
    public void close() {
        listening.forEach(Subscription::end);
        List.of(reading, comparing, facts).forEach(Latest::cancel);
    }

    /** The repository's name. */
    public String name() {
        return name;
    }

    /** Its history, what is on show of it and what is picked. */
    public TimelineModel timeline() {
        return timeline;
    }

    /** Its state, empty until it was read. */
    ReadOnlyObjectProperty<Optional<Glance>> glance() {
        return glance.getReadOnlyProperty();
    }

    /** Why it could not be read. */
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** The picked version. */
    ReadOnlyObjectProperty<Optional<Details>> details() {
        return details.getReadOnlyProperty();
    }

    /** The server that publishes it for a test, if it runs. */
    ReadOnlyObjectProperty<Optional<Served>> served() {
        return served.getReadOnlyProperty();
    }

    /** Whether upstream is being looked at. */
    ReadOnlyBooleanProperty checking() {
        return checking.getReadOnlyProperty();
    }

    boolean can(Capability capability) {
        return glance.get()
                .map(now -> now.status().capabilities().contains(capability))
                .orElse(false);
    }

    /** Whether there is a host that versions could be brought to. */
    boolean hostsKnown() {
        return ui.desk().fleet().items().get().filter(hosts -> !hosts.isEmpty()).isPresent();
    }

    boolean hasImages() {
        return glance.get().filter(seen -> seen.between() == Between.IMAGES).isPresent();
    }

    /** Whether there are deltas between its versions. */
    boolean hasDeltas() {
        return glance.get().filter(seen -> seen.between() != Between.NOTHING).isPresent();
    }

    void refresh() {
        read(() -> {});
    }

    /** Looks at upstream, which takes a moment. */
    void checkUpstream() {
        checking.set(true);
        ui.bridge().call(job -> ui.engine().views().checkUpstream(name, job), this::checked, failed -> {
            checking.set(false);
            ui.desk().toasts().problem(failed);
        });
    }

    /** Goes to the comparison of what is picked: both versions, or the picked one with the one before it. */
    void compare() {
        details.get()
                .ifPresent(now ->
                        timeline.second().getValue().or(now::before).ifPresent(other -> compare(now.version(), other)));
    }

    /** Publishes the repository over plain HTTP on this machine, or stops that. */
    void toggleServing() {
        if (served.get().isPresent()) {
            Served running = served.get().get();
            ui.bridge().call(job -> stop(running), stopped -> served.set(Optional.empty()));
        } else {
            ui.bridge().call(job -> serve(), running -> served.set(Optional.of(running)));
        }
    }

    private void read(Runnable then) {
        reading.call(
                this::readAll,
                read -> {
                    accept(read);
                    then.run();
                },
                failed -> problem.set(Optional.of(failed)));
    }

    private Glance readAll(JobContext job) throws ProblemException {
        Views views = ui.engine().views();
        RepositoryStatus status = views.status(name);
        Timeline history =
                HostLanes.on(views.timeline(name), status.name(), ui.engine().hosts());
        List<KindInfo> kinds = views.kinds();
        String dir = ui.engine().workspaces().resolve(name);
        Optional<Served> running = ui.engine().serving().list().stream()
                .filter(server -> server.dir().equals(dir) || server.dir().equals(name))
                .findFirst();
        Between between = ui.engine().images().between(name);
        return new Glance(status, history, kinds, views.log(name, JOURNAL), running, between);
    }

    private void accept(Glance read) {
        problem.set(Optional.empty());
        glance.set(Optional.of(read));
        served.set(read.served());
        timeline.show(read.history());
        timeline.picked().getValue().ifPresent(version -> describe(Optional.of(version)));
    }

    private void checked(RepositoryStatus status) {
        checking.set(false);
        glance.get().ifPresent(old -> glance.set(Optional.of(old.with(status))));
        ui.desk().inventory().refresh(name);
    }

    private void describe(Optional<Version> picked) {
        List<JournalEntry> journal = glance.get().map(Glance::journal).orElse(List.of());
        Optional<Details> fresh = picked.map(version -> Details.of(version, before(version), journal));
        boolean same = fresh.isPresent()
                && details.get()
                        .filter(old -> old.version().equals(fresh.get().version()))
                        .isPresent()
                && details.get().get().before().equals(fresh.get().before())
                && details.get().get().history().equals(fresh.get().history());
        if (!same) {
            details.set(fresh);
            fresh.ifPresent(this::deepen);
        }
    }

    /** Images of several series lie between each other; one is compared with the one before it in its own series. */
    private Optional<Version> before(Version version) {
        Optional<Version> next = timeline.before(version.name());
        String series = series(version);
        while (hasImages() && next.isPresent() && !series(next.get()).equals(series)) {
            next = timeline.before(next.get().name());
        }
        return next;
    }

    private static String series(Version version) {
        String stamp = Words.stamped(version.name());
        int start = version.name().indexOf(stamp);
        return start < 0 ? "" : version.name().substring(0, start);
    }

    private void deepen(Details fresh) {
        Version version = fresh.version();
        facts.call(
                job -> ui.engine().views().facts(name, version.name()),
                read -> update(version, details.get().orElse(fresh).with(read)),
                failed -> update(version, details.get().orElse(fresh).with(failed)));
        comparing.cancel();
        if (fresh.comparable()) {
            String before = fresh.before().orElseThrow().name();
            comparing.call(
                    job -> ui.engine().views().compare(name, before, version.name(), job),
                    read -> update(version, details.get().orElse(fresh).with(read)),
                    failed -> update(version, details.get().orElse(fresh).with(failed)));
        }
    }

    private void update(Version about, Details changed) {
        if (changed.version().equals(about)) {
            details.set(Optional.of(changed));
        }
    }

    private void compare(Version one, Version other) {
        boolean later = other.created().isAfter(one.created());
        ui.go(new Place.Compare(name, later ? one.name() : other.name(), later ? other.name() : one.name()));
    }

    private void ended(JobRecord job) {
        if (mine(job)) {
            refresh();
            ui.desk().inventory().refresh(name);
        }
    }

    /** Staged versions show how far the job that fetches them is. */
    private void follow(List<JobRecord> jobs) {
        Map<String, Double> shares = new HashMap<>();
        for (JobRecord job : jobs) {
            if (job.state() == JobState.RUNNING && mine(job)) {
                job.plan()
                        .version()
                        .ifPresent(version ->
                                shares.put(version, Math.max(0, job.progress().fraction())));
            }
        }
        timeline.staging(shares);
    }

    private boolean mine(JobRecord job) {
        String dir = job.plan().operation().dir();
        return job.plan().repository().equals(name)
                || dir.equals(name)
                || glance.get().filter(now -> now.status().dir().equals(dir)).isPresent();
    }

    private Served serve() throws ProblemException {
        return ui.engine().serving().start(name, "127.0.0.1", 0);
    }

    private Served stop(Served running) {
        ui.engine().serving().stop(running);
        return running;
    }
}
