package io.tidemark.ui.jobs;

import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.LogLine;
import io.tidemark.model.ProblemException;
import io.tidemark.ui.JobWords;
import io.tidemark.ui.Subscription;
import io.tidemark.ui.Ui;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** All jobs in sections, the one picked with its log and speed, and what can be done with it. JavaFX thread only. */
public final class JobsModel {

    private final Ui ui;
    private final JobWords words;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<JobRecord>> picked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<LogLine> log = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<Double>> speeds = new ReadOnlyObjectWrapper<>(List.of());
    private Throughput throughput = new Throughput();
    private Optional<Subscription> watching = Optional.empty();
    private boolean readingLog;

    /** A model over the window's watch. */
    public JobsModel(Ui ui) {
        this.ui = ui;
        this.words = new JobWords(ui.texts());
        filter.subscribe(text -> arrange());
    }

    /** Begins to follow the jobs; one may be picked from the start. */
    public void open(Optional<String> job) {
        javafx.util.Subscription list = ui.jobs().list().subscribe(jobs -> arrange());
        watching = Optional.of(list::unsubscribe);
        job.or(() -> firstOpen().map(JobRecord::id)).ifPresent(this::pick);
        ui.jobs().refresh();
    }

    /** Stops following. */
    public void close() {
        watching.ifPresent(Subscription::end);
    }

    /** What the list is narrowed to. */
    public StringProperty filter() {
        return filter;
    }

    ObservableList<Line> lines() {
        return lines;
    }

    ReadOnlyObjectProperty<Optional<JobRecord>> picked() {
        return picked.getReadOnlyProperty();
    }

    ObservableList<LogLine> log() {
        return log;
    }

    ReadOnlyObjectProperty<List<Double>> speeds() {
        return speeds.getReadOnlyProperty();
    }

    long count(Predicate<JobState> wanted) {
        return ui.jobs().list().get().stream()
                .map(JobRecord::state)
                .filter(wanted)
                .count();
    }

    /** Shows one job's log and speed. */
    public void pick(String id) {
        boolean other = picked.get().map(JobRecord::id).filter(id::equals).isEmpty();
        if (other) {
            log.clear();
            throughput = new Throughput();
            picked.set(ui.jobs().job(id));
            look();
        }
    }

    /** Stops a job, queued or running. */
    public void cancel(String id) {
        command(() -> ui.engine().jobs().cancel(id));
    }

    /** Lets a running job wait. */
    public void pause(String id) {
        command(() -> ui.engine().jobs().pause(id));
    }

    /** Lets a paused job go on, or runs an ended one again. */
    public void resume(String id) {
        ui.bridge().call(job -> ui.engine().jobs().resume(id), this::resumed);
    }

    /** Forgets what is over. */
    public void clearEnded() {
        command(() -> ui.engine().jobs().clearEnded());
    }

    private void resumed(JobRecord job) {
        ui.jobs().refresh();
        pick(job.id());
    }

    private void command(Command command) {
        ui.bridge().call(job -> command.run(), done -> ui.jobs().refresh());
    }

    private void arrange() {
        List<JobRecord> jobs =
                ui.jobs().list().get().stream().filter(this::matches).toList();
        List<Line> wanted = new ArrayList<>();
        section(
                wanted,
                "ui.jobs.section.running",
                jobs,
                state -> state == JobState.RUNNING || state == JobState.PAUSED);
        section(wanted, "ui.jobs.section.queued", jobs, state -> state == JobState.QUEUED);
        section(wanted, "ui.jobs.section.done", jobs, JobState::ended);
        Lines.update(lines, wanted);
        picked.get().map(JobRecord::id).ifPresent(id -> picked.set(ui.jobs().job(id)));
        if (picked.get().isEmpty()) {
            firstOpen().map(JobRecord::id).ifPresent(this::pick);
        } else {
            look();
        }
    }

    private void section(List<Line> all, String key, List<JobRecord> jobs, Predicate<JobState> wanted) {
        List<JobRecord> mine = jobs.stream()
                .filter(job -> wanted.test(job.state()))
                .sorted(Comparator.comparing(JobsModel::moment).reversed())
                .toList();
        if (!mine.isEmpty()) {
            all.add(new Line.Heading(key, mine.size()));
            mine.forEach(job -> all.add(new Line.Entry(job)));
        }
    }

    private static java.time.Instant moment(JobRecord job) {
        return job.ended().orElse(job.started().orElse(job.queued()));
    }

    private boolean matches(JobRecord job) {
        String typed = filter.get().strip().toLowerCase(Locale.ROOT);
        String text = words.title(job.plan()) + " " + job.plan().repository() + " " + words.state(job);
        return text.toLowerCase(Locale.ROOT).contains(typed);
    }

    private Optional<JobRecord> firstOpen() {
        List<JobRecord> jobs = ui.jobs().list().get();
        return jobs.stream()
                .filter(job -> job.state() == JobState.RUNNING)
                .findFirst()
                .or(() -> jobs.stream().findFirst());
    }

    private void look() {
        picked.get().ifPresent(job -> {
            if (job.state() == JobState.RUNNING) {
                throughput.look(job, System.nanoTime());
            }
            speeds.set(throughput.speeds());
            readLog(job.id());
        });
    }

    private void readLog(String id) {
        if (readingLog) {
            return;
        }
        readingLog = true;
        long after = log.isEmpty() ? 0 : log.getLast().number();
        ui.bridge()
                .call(job -> ui.engine().jobs().log(id, after), read -> accept(id, read), failed -> readingLog = false);
    }

    private void accept(String id, List<LogLine> read) {
        readingLog = false;
        boolean still = picked.get().map(JobRecord::id).filter(id::equals).isPresent();
        long last = log.isEmpty() ? 0 : log.getLast().number();
        if (still) {
            log.addAll(read.stream().filter(line -> line.number() > last).toList());
        } else {
            picked.get().map(JobRecord::id).ifPresent(this::readLog);
        }
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
