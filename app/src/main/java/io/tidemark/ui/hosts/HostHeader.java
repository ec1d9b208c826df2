package io.tidemark.ui.hosts;

import io.tidemark.model.HostReport;
import io.tidemark.model.Severity;
import io.tidemark.ui.Fleet;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Chip;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.util.ArrayList;
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
import org.kordamp.ikonli.feather.Feather;

/** The head of a host's page: name, state, what it is in a few words, and the everyday commands. */
final class HostHeader extends HBox {

    private final Ui ui;
    private final Wizards wizards;
    private final HostModel model;
    private final Label facts = Words.muted("");

    HostHeader(Ui ui, Wizards wizards, HostModel model) {
        super(12);
        this.ui = ui;
        this.wizards = wizards;
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        facts.setTextOverrun(OverrunStyle.ELLIPSIS);
        facts.setMinWidth(0);
        model.item().subscribe(item -> fill());
        model.drift().subscribe(drift -> fill());
    }

    private void fill() {
        Label title = Words.plain(model.name(), "page-title");
        title.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(title);
        model.item().get().ifPresent(this::fill);
    }

    private void fill(Fleet.Item item) {
        getChildren().addAll(chip(item), facts, Words.spring());
        facts.setText(words(item));
        facts.setTooltip(new Tooltip(facts.getText()));
        Button check = Buttons.plain(
                ui.text(item.checking() ? "host.checking" : "host.check"), Feather.REFRESH_CW, model::check);
        check.setDisable(item.checking());
        check.setId("check-host");
        Button publish = Buttons.primary(
                ui.text("host.publish"),
                Feather.UPLOAD_CLOUD,
                () -> wizards.publish("", Optional.empty(), Optional.of(model.name())));
        publish.setId("publish-to-host");
        getChildren().addAll(check, publish, more());
    }

    private Node chip(Fleet.Item item) {
        boolean drifted = model.drift()
                .get()
                .drift()
                .filter(found -> found.differing() > 0)
                .isPresent();
        if (drifted) {
            return new Chip(ui.text("host.drifted"), Tone.WARNING);
        }
        if (item.report().isEmpty()) {
            return new Chip(ui.text("host.state.unknown"), Tone.NEUTRAL, Feather.HELP_CIRCLE);
        }
        boolean away = item.report().get().problem().isPresent();
        Severity worst = item.report().get().worst();
        return new Chip(ui.text(away ? "host.state.away" : "host.state." + worst), tone(worst));
    }

    private static Tone tone(Severity worst) {
        return worst == Severity.INFO ? Tone.SUCCESS : Tone.of(worst);
    }

    private String words(Fleet.Item item) {
        List<String> words = new ArrayList<>();
        item.report().map(HostReport::system).filter(name -> !name.isEmpty()).ifPresent(words::add);
        words.add(item.host().address());
        item.report().ifPresent(report -> {
            Optional.ofNullable(report.figures().get("free.bytes"))
                    .ifPresent(free -> words.add(ui.text("host.free", "bytes", free)));
            words.add(ui.text("host.checked", "when", report.checked()));
        });
        return String.join(" · ", words);
    }

    private MenuButton more() {
        MenuButton more = new MenuButton("", Icons.of(Feather.MORE_HORIZONTAL));
        more.setAccessibleText(ui.text("ui.more"));
        more.getStyleClass().addAll("no-arrow", "icon-only");
        more.setMinWidth(USE_PREF_SIZE);
        MenuItem profile = new MenuItem(ui.text("host.profile"), Icons.of(Feather.SLIDERS, 15));
        profile.setOnAction(event -> wizards.profile(model.name()));
        MenuItem forget = new MenuItem(ui.text("host.forget"), Icons.of(Feather.MINUS_CIRCLE, 15));
        forget.setOnAction(event -> model.forget(() -> ui.desk().navigator().replace(new Place.Home())));
        more.getItems().setAll(profile, forget);
        return more;
    }
}
