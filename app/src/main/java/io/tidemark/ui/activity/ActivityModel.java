package io.tidemark.ui.activity;

import io.tidemark.engine.Workspaces;
import io.tidemark.job.JobContext;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.ProblemException;
import io.tidemark.ui.Latest;
import io.tidemark.ui.Place;
import io.tidemark.ui.Subscription;
import io.tidemark.ui.Ui;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** What happened in all repositories. No nodes; JavaFX thread only. */
public final class ActivityModel {

    private static final int PORTION = 500;

    private final Ui ui;
    private final ObservableList<Happening> all = FXCollections.observableArrayList();
    private final FilteredList<Happening> shown = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Optional<String>> repository = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
    private final Latest reading;
    private Optional<Subscription> listening = Optional.empty();
    private int limit = PORTION;

    /** A model that has read nothing yet. */
    public ActivityModel(Ui ui) {
        this.ui = ui;
        reading = ui.bridge().latest();
        filter.subscribe(text -> narrow());
        repository.subscribe(name -> narrow());
    }

    /** Reads the journals, and again whenever a job ends. */
    public void open() {
        listening = Optional.of(ui.jobs().onEnded(job -> refresh()));
        refresh();
    }

    /** Stops listening. */
    public void close() {
        listening.ifPresent(Subscription::end);
        reading.cancel();
    }

    /** Words that a line must contain. */
    public StringProperty filter() {
        return filter;
    }

    /** The only repository to show, if not all. */
    public ObjectProperty<Optional<String>> repository() {
        return repository;
    }

    /** Whether the journals were read. */
    ReadOnlyBooleanProperty read() {
        return read.getReadOnlyProperty();
    }

    ObservableList<Happening> shown() {
        return shown;
    }

    /** Whether some journal may have older lines than those read. */
    boolean hasOlder() {
        return all.stream().map(Happening::line).anyMatch(line -> line.sequence() > 1) && all.size() >= limit;
    }

    /** Whether no journal has a line, whatever is looked for. */
    boolean empty() {
        return all.isEmpty();
    }

    /** Reads further back. */
    public void older() {
        limit *= 4;
        refresh();
    }

    /** Goes to the version that a line speaks of. */
    void visit(Happening happening) {
        String version = happening.line().version();
        ui.go(new Place.Repository(
                happening.repository(), version.isEmpty() ? Optional.empty() : Optional.of(version)));
    }

    private void refresh() {
        int wanted = limit;
        reading.call(job -> readAll(job, wanted), this::accept);
    }

    private void accept(List<Happening> lines) {
        all.setAll(lines);
        read.set(true);
    }

    private List<Happening> readAll(JobContext job, int wanted) throws ProblemException, InterruptedException {
        List<Happening> lines = new ArrayList<>();
        for (Workspaces.Place place : ui.engine().workspaces().get().repositories()) {
            job.checkpoint();
            readOne(place.name(), wanted).forEach(line -> lines.add(new Happening(place.name(), line)));
        }
        Comparator<Happening> byTime =
                Comparator.comparing(happening -> happening.line().time());
        lines.sort(byTime.reversed());
        return lines;
    }

    /** A repository that cannot be read is reported on its own page; the others are shown here all the same. */
    private List<JournalEntry> readOne(String name, int wanted) {
        try {
            return ui.engine().views().log(name, wanted);
        } catch (ProblemException unreadable) {
            return List.of();
        }
    }

    private void narrow() {
        String typed = filter.get().strip().toLowerCase(Locale.ROOT);
        Optional<String> only = repository.get();
        shown.setPredicate(happening ->
                only.filter(name -> !name.equals(happening.repository())).isEmpty()
                        && words(happening).contains(typed));
    }

    private String words(Happening happening) {
        JournalEntry line = happening.line();
        return String.join(
                        " ",
                        happening.repository(),
                        ui.text("journal." + line.event()),
                        line.version(),
                        line.channel(),
                        line.actor(),
                        ui.texts().reason(line))
                .toLowerCase(Locale.ROOT);
    }
}
