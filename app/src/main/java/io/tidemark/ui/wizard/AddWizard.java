package io.tidemark.ui.wizard;

import io.tidemark.engine.Views;
import io.tidemark.model.KindInfo;
import io.tidemark.model.Outcome;
import io.tidemark.model.Problem;
import io.tidemark.ui.InstallThere;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Skeleton;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Add a repository: adopt what is there, make a new one, or open the demonstration. */
final class AddWizard {

    /** How a repository is added. */
    enum Way {
        ADOPT,
        CREATE
    }

    private final List<KindInfo> kinds;
    private final Optional<Demo> demo;
    private final Ui ui;
    private final Consumer<Way> switchTo;

    AddWizard(List<KindInfo> kinds, Optional<Demo> demo, Consumer<Way> switchTo, Ui ui) {
        this.kinds = kinds;
        this.demo = demo;
        this.ui = ui;
        this.switchTo = switchTo;
    }

    Recipe recipe(Way way) {
        return way == Way.ADOPT ? adopt() : create();
    }

    private Recipe create() {
        InitDraft draft = new InitDraft();
        draft.upstream.kind().set(kinds.getFirst());
        Form place = new Form()
                .field(
                        ui.text("wizard.add.dir"),
                        new DirectoryField(draft.dir.text(), ui),
                        ui.text("wizard.create.dir.help"))
                .text(ui.text("wizard.add.name"), draft.name, ui.text("wizard.add.name.help"), "");
        List<OptionPage> pages = List.of(
                chooser(Way.CREATE),
                new OptionPage(ui.text("wizard.add.place"), draft.dir.shown(), draft.dir.valid(), place),
                new OptionPage(
                        ui.text("wizard.upstream"),
                        draft.upstream.url.shown().map(UpdateWizard::host),
                        draft.upstream.complete(true),
                        new UpstreamForm(draft.upstream, kinds, ui)));
        return recipe("create", Feather.FOLDER_PLUS, draft, pages, new Added(ui.engine(), false));
    }

    private Recipe adopt() {
        AdoptDraft draft = new AdoptDraft();
        Form place = new Form()
                .intro(ui.text("wizard.adopt.intro"))
                .field(
                        ui.text("wizard.add.dir"),
                        new DirectoryField(draft.dir.text(), ui),
                        ui.text("wizard.adopt.dir.help"))
                .text(ui.text("wizard.add.name"), draft.name, ui.text("wizard.add.name.help"), "");
        VBox found = new VBox(16);
        List<OptionPage> pages = List.of(
                chooser(Way.ADOPT),
                new OptionPage(ui.text("wizard.add.place"), draft.dir.shown(), draft.dir.valid(), place),
                new OptionPage(
                        ui.text("wizard.adopt.found"),
                        draft.found().map(this::summary).orElse(""),
                        draft.found().isNotNull(),
                        found,
                        () -> look(draft, found)),
                new OptionPage(
                        ui.text("wizard.upstream"),
                        draft.upstream.url.shown().map(UpdateWizard::host),
                        draft.upstream.complete(false),
                        new UpstreamForm(draft.upstream, kinds, ui)));
        draft.dir.text().subscribe(_ -> draft.found().set(null));
        return recipe("adopt", Feather.LOG_IN, draft, pages, new Added(ui.engine(), true));
    }

    private Recipe recipe(String key, Feather ikon, Draft draft, List<OptionPage> pages, Added added) {
        Recipe.Title title = new Recipe.Title(
                ikon,
                ui.text("wizard.add.title"),
                ui.text("wizard." + key + ".start"),
                ui.text("wizard." + key + ".last"));
        return new Recipe(title, draft, pages, new Recipe.Ending(added, outcome -> next(outcome, added)));
    }

    private OptionPage chooser(Way way) {
        ObjectProperty<Way> chosen = new SimpleObjectProperty<>(way);
        chosen.addListener((_, _, other) -> switchTo.accept(other));
        RadioCards<Way> cards = new RadioCards<>(chosen)
                .card(Way.ADOPT, Feather.LOG_IN, ui.text("wizard.add.adopt"), ui.text("wizard.add.adopt.help"))
                .card(Way.CREATE, Feather.FOLDER_PLUS, ui.text("wizard.add.create"), ui.text("wizard.add.create.help"));
        Form form = new Form().add(cards);
        demo.ifPresent(source -> form.add(demonstration(source)));
        String summary = ui.text(way == Way.ADOPT ? "wizard.add.adopt.short" : "wizard.add.create.short");
        return new OptionPage(ui.text("wizard.add.way"), new SimpleStringProperty(summary), form);
    }

    private Node demonstration(Demo source) {
        VBox box = new VBox(8);
        box.getStyleClass().addAll("card-box", "padded");
        Node button = Buttons.plain(ui.text("wizard.add.demo"), Feather.PLAY, () -> open(source, box));
        box.getChildren().addAll(Words.wrapped(ui.text("wizard.add.demo.help"), "muted"), button);
        return box;
    }

    private void open(Demo source, VBox box) {
        box.setDisable(true);
        ui.bridge().call(source::open, this::leadTo, problem -> {
            box.setDisable(false);
            box.getChildren().removeIf(ProblemNote.class::isInstance);
            box.getChildren().add(new ProblemNote(problem, ui.texts()));
        });
    }

    private void leadTo(String repository) {
        ui.desk().overlay().close();
        ui.go(Place.repository(repository));
    }

    private void look(AdoptDraft draft, VBox found) {
        if (draft.found().get() != null) {
            return;
        }
        found.getChildren().setAll(Words.muted(ui.text("wizard.adopt.looking")), new Skeleton(300, 420, 380, 460));
        String dir = draft.dir.trimmed();
        ui.bridge()
                .call(
                        job -> ui.engine().views().recognise(dir, job),
                        seen -> show(seen, draft, found),
                        problem -> failed(problem, draft, found));
    }

    private void failed(Problem problem, AdoptDraft draft, VBox found) {
        found.getChildren().setAll(new ProblemNote(problem, ui.texts()));
        InstallThere.offer(problem, ui, () -> look(draft, found)).ifPresent(found.getChildren()::add);
    }

    private void show(Views.Found seen, AdoptDraft draft, VBox found) {
        draft.accept(seen, kinds);
        found.getChildren().setAll(new FoundView(seen, draft, ui));
    }

    private String summary(Views.Found found) {
        return found.recognition()
                .map(known -> ui.text(
                        "wizard.adopt.versions", "count", known.versions().size()))
                .orElse("");
    }

    private List<Node> next(Outcome outcome, Added added) {
        String name = added.name().isEmpty() ? outcome.repository() : added.name();
        return List.of(Buttons.plain(ui.text("wizard.next.open"), Feather.FOLDER, () -> leadTo(name)));
    }
}
