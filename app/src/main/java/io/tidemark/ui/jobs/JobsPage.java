package io.tidemark.ui.jobs;

import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.ui.Page;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Chip;
import io.tidemark.ui.part.EmptyState;
import io.tidemark.ui.part.EscapeKey;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The page of all jobs: the list at the left, the picked job at the right. */
public final class JobsPage implements Page {

    private static final double WIDE = 364;
    /** The part of a narrow page that the picked job takes. */
    private static final double SHARE = 0.37;

    private final Ui ui;
    private final Place.Jobs place;
    private final JobsModel model;
    private final HBox header = new HBox(12);
    private final HBox chips = new HBox(8);
    private final Button clear;
    private final BorderPane split = new BorderPane();
    private final StackPane body = new StackPane();
    private final ListView<Line> list = new ListView<>();
    private final TextField filter = new TextField();
    private boolean selecting;

    /** The page; the place may name the job to pick. */
    public JobsPage(Ui ui, Place.Jobs place) {
        this.ui = ui;
        this.place = place;
        this.model = new JobsModel(ui);
        clear = Buttons.plain(ui.text("ui.jobs.clear"), Feather.CHECK_SQUARE, model::clearEnded);
        head();
        list.setItems(model.lines());
        list.getStyleClass().add("job-list");
        list.setCellFactory(view -> new JobCell(ui, model));
        list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        EscapeKey.in(list, ui.desk().navigator()::back);
        split.setCenter(list);
        Region panel = new JobPanel(ui, model).node();
        panel.prefWidthProperty().bind(Bindings.min(WIDE, split.widthProperty().multiply(SHARE)));
        split.setRight(panel);
        body.getStyleClass().add("jobs-body");
        model.lines().addListener((InvalidationListener) change -> fill());
    }

    /** The model behind the page. */
    public JobsModel model() {
        return model;
    }

    @Override
    public Region header() {
        return header;
    }

    @Override
    public Region body() {
        return body;
    }

    @Override
    public void opened() {
        model.open(place.job());
        fill();
        list.requestFocus();
    }

    @Override
    public void closed() {
        model.close();
    }

    private void head() {
        filter.setPromptText(ui.text("ui.jobs.filter"));
        filter.setPrefWidth(180);
        filter.setMinWidth(90);
        filter.textProperty().bindBidirectional(model.filter());
        chips.setAlignment(Pos.CENTER_LEFT);
        header.setAlignment(Pos.CENTER_LEFT);
        Label title = Words.plain(ui.text("ui.jobs"), "page-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        header.getChildren().addAll(title, chips, Words.spring(), filter, clear);
    }

    private void fill() {
        long running = model.count(state -> state == JobState.RUNNING || state == JobState.PAUSED);
        long failed = model.count(state -> state == JobState.FAILED || state == JobState.INTERRUPTED);
        chips.getChildren().clear();
        chip("ui.jobs.chip.running", running, Tone.ACCENT, Feather.LOADER);
        chip("ui.jobs.chip.queued", model.count(state -> state == JobState.QUEUED), Tone.NEUTRAL, Feather.CLOCK);
        chip("ui.jobs.chip.failed", failed, Tone.DANGER, Feather.X_CIRCLE);
        clear.setVisible(model.count(JobState::ended) > 0);
        boolean none = model.lines().isEmpty() && model.filter().get().isEmpty();
        filter.setVisible(!none);
        body.getChildren().setAll(none ? new EmptyState(Feather.LOADER, ui.text("ui.jobs.none"), onwards()) : split);
        reselect();
    }

    private Button onwards() {
        return Buttons.plain(ui.text("ui.repositories"), Feather.DATABASE, () -> ui.go(new Place.Home()));
    }

    private void chip(String key, long count, Tone tone, Feather ikon) {
        if (count > 0) {
            chips.getChildren().add(new Chip(ui.text(key, "count", count), tone, ikon));
        }
    }

    private void selected(Line line) {
        if (!selecting && line instanceof Line.Entry entry) {
            model.pick(entry.job().id());
        }
    }

    /** The list forgets its selection when its lines change places. */
    private void reselect() {
        selecting = true;
        model.picked().get().map(JobRecord::id).flatMap(this::position).ifPresent(list.getSelectionModel()::select);
        selecting = false;
    }

    private Optional<Integer> position(String id) {
        for (int i = 0; i < model.lines().size(); i++) {
            if (model.lines().get(i) instanceof Line.Entry entry
                    && entry.job().id().equals(id)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.DELETE) {
            model.picked()
                    .get()
                    .filter(job -> !job.state().ended())
                    .ifPresent(job -> CancelSheet.open(ui, job, () -> model.cancel(job.id())));
            event.consume();
        }
    }
}
