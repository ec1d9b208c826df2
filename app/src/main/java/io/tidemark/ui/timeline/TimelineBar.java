package io.tidemark.ui.timeline;

import io.tidemark.model.VersionState;
import io.tidemark.text.Texts;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The head of the timeline: title, what the signs mean, stretches of time, zoom. */
final class TimelineBar extends HBox {

    private static final double STEP = 1.25;

    private final TimelineModel model;
    private final Texts texts;
    private final HBox legend = new HBox(14);
    private final Slider zoom = new Slider(0, 1, 0);

    TimelineBar(TimelineModel model, Texts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("timeline-bar");
        setAlignment(Pos.CENTER_LEFT);
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.setMinWidth(0);
        getChildren().addAll(Words.plain(texts.get("ui.timeline"), "section-title"), legend, Words.spring(), presets());
        getChildren().add(zoomBox());
        model.history().subscribe(history -> fillLegend(history));
        legend.managedProperty().bind(legend.visibleProperty());
        widthProperty().subscribe(width -> legend.setVisible(width.doubleValue() > 800));
    }

    private void fillLegend(History history) {
        legend.getChildren().clear();
        if (history.points().stream()
                .anyMatch(point -> point.version().verified().isPresent())) {
            sign(Feather.SHIELD, "success", "ui.timeline.verified");
        }
        if (history.has(VersionState.QUARANTINED)) {
            sign(Feather.ALERT_CIRCLE, "danger", "version.state.QUARANTINED");
        }
        if (history.has(VersionState.STAGED)) {
            sign(Feather.LOADER, "muted", "ui.timeline.staged");
        }
        if (history.hasRollback()) {
            sign(Feather.ROTATE_CCW, "danger", "ui.timeline.rolledback");
        }
    }

    private void sign(Ikon ikon, String style, String key) {
        HBox sign = new HBox(6, Icons.of(ikon, 13, style), Words.plain(texts.get(key), "muted", "table-size"));
        sign.setAlignment(Pos.CENTER_LEFT);
        sign.setMinWidth(Region.USE_PREF_SIZE);
        legend.getChildren().add(sign);
    }

    private Node presets() {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.setAlignment(Pos.CENTER_LEFT);
        for (Preset preset : Preset.values()) {
            box.getChildren().add(toggle(preset, group));
        }
        box.setMinWidth(USE_PREF_SIZE);
        model.presets()
                .subscribe(now -> group.selectToggle(
                        now.flatMap(preset -> toggleOf(group, preset)).orElse(null)));
        return box;
    }

    private ToggleButton toggle(Preset preset, ToggleGroup group) {
        ToggleButton button = new ToggleButton(texts.get("ui.timeline.preset." + preset));
        button.setUserData(preset);
        button.setToggleGroup(group);
        button.setMinWidth(USE_PREF_SIZE);
        String pill = preset == Preset.WEEK ? "left-pill" : preset == Preset.ALL ? "right-pill" : "center-pill";
        button.getStyleClass().addAll(pill, "preset");
        button.setOnAction(event -> model.preset(preset));
        return button;
    }

    private static Optional<ToggleButton> toggleOf(ToggleGroup group, Preset preset) {
        return group.getToggles().stream()
                .filter(toggle -> preset.equals(toggle.getUserData()))
                .map(ToggleButton.class::cast)
                .findFirst();
    }

    private Node zoomBox() {
        zoom.setAccessibleText(texts.get("ui.timeline.zoom"));
        zoom.getStyleClass().add("zoom-slider");
        zoom.valueProperty().subscribe((before, value) -> slid(value.doubleValue()));
        model.range().subscribe(range -> zoom.setValue(model.depth()));
        HBox box = new HBox(
                4,
                Buttons.icon(texts.get("ui.timeline.zoom.out"), Feather.MINUS, () -> model.zoom(STEP)),
                zoom,
                Buttons.icon(texts.get("ui.timeline.zoom.in"), Feather.PLUS, () -> model.zoom(1 / STEP)));
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    /** The slider follows the range too: only what the person does moves the range. */
    private void slid(double value) {
        if (Math.abs(value - model.depth()) > 1e-6) {
            model.depth(value);
        }
    }
}
