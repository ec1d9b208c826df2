package io.tidemark.ui.repository;

import io.tidemark.model.Capability;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Chip;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The head of the details: name, state, and the commands that make sense for such a version; the others are absent. */
final class DetailsHead {

    /** What is left of a very long name where there is no room. */
    private static final double LEAST = 120;
    /** The longest name of another version that a button of a narrow window has room for. */
    private static final int LONGEST = 11;

    private final Ui ui;
    private final Wizards wizards;
    private final RepositoryModel model;

    DetailsHead(Ui ui, Wizards wizards, RepositoryModel model) {
        this.ui = ui;
        this.wizards = wizards;
        this.model = model;
    }

    /** The head; in a narrow window the rarer commands are in the menu. */
    Node of(Details details, boolean narrow) {
        Version version = details.version();
        Label name = Words.plain(Words.stamped(version.name()), "dialog-title");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(Words.brief(version.name()).equals(name.getText()) ? Label.USE_PREF_SIZE : LEAST);
        name.setTooltip(new Tooltip(version.name()));
        HBox head = new HBox(8, name, state(version.state()));
        version.verified().ifPresent(when -> head.getChildren().add(verified(when)));
        version.pin()
                .ifPresent(reason ->
                        head.getChildren().add(new Chip(ui.text("ui.pinned"), Tone.NEUTRAL, Feather.MAP_PIN)));
        head.getChildren().add(Words.spring());
        compare(details, narrow).ifPresent(head.getChildren()::add);
        head.getChildren().addAll(commands(version, narrow));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("details-head");
        return head;
    }

    private Chip verified(java.time.Instant when) {
        return new Chip(ui.text("ui.verified", "day", ui.texts().formats().day(when)), Tone.SUCCESS, Feather.SHIELD);
    }

    private Chip state(VersionState state) {
        String word = ui.text("version.state." + state);
        return switch (state) {
            case SEALED -> new Chip(word, Tone.ACCENT, Feather.ARCHIVE);
            case ADOPTED -> new Chip(word, Tone.NEUTRAL, Feather.FOLDER);
            case STAGED -> new Chip(word, Tone.NEUTRAL, Feather.LOADER);
            case QUARANTINED -> new Chip(word, Tone.DANGER, Feather.ALERT_CIRCLE);
        };
    }

    private Optional<Node> compare(Details details, boolean narrow) {
        return model.timeline()
                .second()
                .getValue()
                .or(details::before)
                .filter(other -> sealed(other) && sealed(details.version()))
                .map(other -> compareWith(other.name(), narrow));
    }

    private Button compareWith(String other, boolean narrow) {
        String brief = Words.brief(other);
        boolean tight = narrow && other.length() > LONGEST;
        String words = ui.text("ui.compare.with", "version", brief);
        Button button = Buttons.plain(tight ? ui.text("ui.compare") : words, Feather.COLUMNS, model::compare);
        button.setTooltip(new Tooltip(ui.text("ui.compare.with", "version", other)));
        return button;
    }

    private List<Node> commands(Version version, boolean narrow) {
        return switch (version.state()) {
            case SEALED ->
                narrow
                        ? List.of(promote(version), more(version, true))
                        : List.of(promote(version), verify(version), more(version, false));
            case ADOPTED -> List.of(promote(version), seal(version), more(version, false));
            case STAGED -> List.of(continueSync());
            case QUARANTINED -> List.of(verify(version), more(version, false));
        };
    }

    private Node promote(Version version) {
        return Buttons.plain(
                ui.text("ui.promote"),
                Feather.ARROW_UP_CIRCLE,
                () -> wizards.promote(model.name(), Optional.of(version.name())));
    }

    private Node verify(Version version) {
        return Buttons.plain(
                ui.text("ui.verify"), Feather.SHIELD, () -> wizards.verify(model.name(), Optional.of(version.name())));
    }

    private Node seal(Version version) {
        return Buttons.plain(
                ui.text("ui.seal"), Feather.ARCHIVE, () -> wizards.seal(model.name(), List.of(version.name())));
    }

    private Node continueSync() {
        return Buttons.plain(ui.text("ui.sync"), Feather.REFRESH_CW, () -> wizards.sync(model.name()));
    }

    private Node more(Version version, boolean verify) {
        MenuButton more = new MenuButton("", Icons.of(Feather.MORE_HORIZONTAL));
        more.setAccessibleText(ui.text("ui.more"));
        more.getStyleClass().addAll("no-arrow", "icon-only");
        more.setMinWidth(MenuButton.USE_PREF_SIZE);
        String repository = model.name();
        if (verify) {
            more.getItems()
                    .add(item(
                            "ui.verify",
                            Feather.SHIELD,
                            () -> wizards.verify(repository, Optional.of(version.name()))));
        }
        if (model.can(Capability.UPSTREAM)) {
            more.getItems().add(item("ui.sync", Feather.REFRESH_CW, () -> wizards.sync(repository)));
        }
        if (model.can(Capability.SNAPSHOT) && sealed(version)) {
            more.getItems()
                    .add(item(
                            "ui.snapshot",
                            Feather.CAMERA,
                            () -> wizards.snapshot(repository, Optional.of(version.name()))));
        }
        if (sealed(version) && hosts()) {
            more.getItems()
                    .add(item(
                            "host.publish",
                            Feather.UPLOAD_CLOUD,
                            () -> wizards.publish(repository, Optional.of(version.name()), Optional.empty())));
        }
        more.getItems().add(pin(version));
        more.getItems()
                .add(item("ui.prune", Feather.SCISSORS, () -> wizards.prune(repository, List.of(version.name()))));
        more.getItems().add(item("ui.share", Feather.COPY, () -> wizards.shareCopies(repository)));
        String serve = model.served().get().isPresent() ? "ui.serve.stop" : "ui.serve";
        more.getItems().add(item(serve, Feather.GLOBE, model::toggleServing));
        return more;
    }

    private boolean hosts() {
        return model.hostsKnown();
    }

    private MenuItem pin(Version version) {
        String key = version.pin().isPresent() ? "ui.unpin" : "ui.pin";
        return item(key, Feather.MAP_PIN, () -> wizards.pin(model.name(), version.name()));
    }

    private MenuItem item(String key, Ikon ikon, Runnable action) {
        MenuItem item = new MenuItem(ui.text(key), Icons.of(ikon, 15));
        item.setOnAction(event -> action.run());
        return item;
    }

    private static boolean sealed(Version version) {
        return version.state() == VersionState.SEALED;
    }
}
