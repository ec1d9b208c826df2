package io.tidemark.ui.repository;

import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.Severity;
import io.tidemark.ui.InstallThere;
import io.tidemark.ui.Page;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.EmptyState;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Skeleton;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.timeline.TimelineView;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page of one repository. */
public final class RepositoryPage implements Page {

    private static final int NOTICES = 3;

    private final Ui ui;
    private final Wizards wizards;
    private final Place.Repository place;
    private final RepositoryModel model;
    private final TimelineView timeline;
    private final RepositoryHeader header;
    private final DetailsCard details;
    private final VBox body = new VBox(12);
    private boolean greeted;

    /** The page for a place. */
    public RepositoryPage(Ui ui, Wizards wizards, Place.Repository place) {
        this.ui = ui;
        this.wizards = wizards;
        this.place = place;
        model = new RepositoryModel(ui, place.name());
        timeline =
                new TimelineView(model.timeline(), ui.texts(), ui.desk().look().scaleValue());
        header = new RepositoryHeader(ui, wizards, model);
        details = new DetailsCard(ui, wizards, model);
        body.getStyleClass().add("page-body");
        body.setMinWidth(0);
        timeline.node().addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    }

    /** The model behind the page. */
    public RepositoryModel model() {
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
        model.glance().subscribe(glance -> fill());
        model.problem().subscribe(problem -> fill());
        model.open(place.version());
    }

    @Override
    public void closed() {
        model.close();
    }

    private void fill() {
        if (model.problem().get().isPresent()) {
            show(problem(model.problem().get().get()));
        } else if (model.glance().get().isEmpty()) {
            show(waiting());
        } else if (model.glance().get().get().history().versions().isEmpty()) {
            show(empty());
        } else {
            show(notices(), timeline.node(), details.node());
            greet();
        }
    }

    /** The arrows work at once; later readings leave the keyboard where it is. */
    private void greet() {
        if (!greeted) {
            greeted = true;
            ui.bridge().deliver(timeline.keys()::requestFocus);
        }
    }

    private void show(Node... nodes) {
        List<Node> wanted = List.of(nodes);
        if (!body.getChildren().equals(wanted)) {
            body.getChildren().setAll(wanted);
            VBox.setVgrow(wanted.getLast(), Priority.SOMETIMES);
            VBox.setVgrow(timeline.node(), Priority.ALWAYS);
        }
    }

    private Node problem(Problem problem) {
        Button again = Buttons.plain(ui.text("ui.key.refresh.does"), Feather.REFRESH_CW, model::refresh);
        VBox box = new VBox(12, new ProblemNote(problem, ui.texts()), again);
        InstallThere.offer(problem, ui, model::refresh).ifPresent(box.getChildren()::add);
        return box;
    }

    private static Node waiting() {
        return new Skeleton(360, 620, 540, 580);
    }

    private Node empty() {
        return new EmptyState(
                Feather.ARCHIVE, ui.text("ui.repository.empty"), header.firstStep(() -> wizards.update(place.name())));
    }

    /** What a person should know first; nothing where all is well. */
    private Node notices() {
        VBox notes = new VBox(8);
        List<Notice> grave = model.glance().get().orElseThrow().status().notices().stream()
                .filter(notice -> notice.severity() == Severity.WARNING || notice.severity() == Severity.DANGER)
                .limit(NOTICES)
                .toList();
        grave.forEach(notice -> notes.getChildren()
                .add(new InlineNote(Tone.of(notice.severity()), ui.texts().say(notice.phrase()))));
        notes.setManaged(!grave.isEmpty());
        notes.setMinHeight(Region.USE_PREF_SIZE);
        return notes;
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            model.compare();
            event.consume();
        }
    }
}
