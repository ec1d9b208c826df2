package io.tidemark.ui.repository;

import io.tidemark.model.Capability;
import io.tidemark.model.Channel;
import io.tidemark.model.RepositoryStatus;
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
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/** The head of a repository's page: name, kind, health, holds, upstream, and the two everyday commands. */
final class RepositoryHeader extends HBox {

    private static final int HOLDS = 2;
    /** Gaps, the upstream's icon and its padding. */
    private static final double ROOM = 90;
    /** Icon, gap and padding of a button, in letters that are a little wider than those of upstream's news. */
    private static final double PAGE = 60;
    /** The width below which names of channels are very short. */
    private static final double NARROW = 900;
    /** What the name of a repository has at least. */
    private static final double LEAST = 60;

    private final Ui ui;
    private final Wizards wizards;
    private final RepositoryModel model;
    private final Label title;
    private final Text ruler = new Text();
    private final HBox chips = new HBox(8);
    private final HBox kind = new HBox();
    private final HBox commands = new HBox(12);
    /** Buttons that lead to other pages: their icons alone must do where there is no room. */
    private final List<Button> pages = new ArrayList<>();

    private final Button upstream = new Button("", Icons.of(Feather.REFRESH_CW, 13, "muted"));
    private List<String> news = List.of("");

    RepositoryHeader(Ui ui, Wizards wizards, RepositoryModel model) {
        super(12);
        this.ui = ui;
        this.wizards = wizards;
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        title = Words.plain(model.name(), "page-title");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        title.setTooltip(new Tooltip(model.name()));
        kind.setAlignment(Pos.CENTER_LEFT);
        kind.managedProperty().bind(kind.visibleProperty());
        chips.setAlignment(Pos.CENTER_LEFT);
        chips.setMinWidth(USE_PREF_SIZE);
        commands.setAlignment(Pos.CENTER_RIGHT);
        upstream.getStyleClass().addAll("flat", "upstream");
        upstream.setTooltip(new Tooltip(ui.text("ui.upstream.check")));
        upstream.setOnAction(event -> model.checkUpstream());
        upstream.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(title, chips, Words.spring(), upstream, commands);
        model.glance().subscribe(glance -> fill());
        model.checking().subscribe(checking -> fill());
    }

    /** The button that makes the first version. */
    Node firstStep(Runnable update) {
        return Buttons.primary(ui.text("ui.update"), Feather.DOWNLOAD, update);
    }

    private void fill() {
        Optional<RepositoryStatus> status = model.glance().get().map(Glance::status);
        chips.getChildren().clear();
        commands.getChildren().clear();
        pages.clear();
        upstream.setVisible(model.can(Capability.UPSTREAM));
        upstream.setManaged(upstream.isVisible());
        status.ifPresent(this::fill);
    }

    private void fill(RepositoryStatus status) {
        model.glance().get().flatMap(Glance::kind).map(ui.texts()::say).ifPresent(name -> {
            kind.getChildren().setAll(new Chip(name));
            chips.getChildren().add(kind);
        });
        chips.getChildren().add(health(status.health()));
        holds(status);
        news = upstream(status);
        requestLayout();
        if (model.hasDeltas()) {
            commands.getChildren().add(deltas());
        }
        if (model.can(Capability.RECIPES)) {
            commands.getChildren().add(recipes());
        }
        if (!status.channels().isEmpty()) {
            commands.getChildren()
                    .add(Buttons.danger(
                            ui.text("ui.rollback"),
                            Feather.ROTATE_CCW,
                            () -> wizards.rollback(model.name(), Optional.empty())));
        }
        if (model.can(Capability.UPSTREAM)) {
            commands.getChildren()
                    .add(Buttons.primary(ui.text("ui.update"), Feather.DOWNLOAD, () -> wizards.update(model.name())));
        }
    }

    private Node deltas() {
        Button button = Buttons.plain(
                ui.text("deltas.title"), Feather.GRID, () -> ui.go(new Place.Deltas(model.name(), Optional.empty())));
        button.setId("deltas");
        return page(button);
    }

    private Node recipes() {
        Button button = Buttons.plain(
                ui.text("recipe.title"), Feather.FILE_TEXT, () -> ui.go(new Place.Recipes(model.name(), "")));
        button.setId("recipes");
        return page(button);
    }

    private Button page(Button button) {
        button.setTooltip(new Tooltip(button.getText()));
        button.setAccessibleText(button.getText());
        pages.add(button);
        return button;
    }

    private Node health(RepositoryStatus.Health health) {
        String word = ui.text("health." + health);
        return switch (health) {
            case HEALTHY -> new Chip(word, Tone.SUCCESS);
            case WARNING -> new Chip(word, Tone.WARNING);
            case CRITICAL -> new Chip(word, Tone.DANGER, Feather.ALERT_OCTAGON);
            case UNKNOWN -> new Chip(word, Tone.NEUTRAL, Feather.HELP_CIRCLE);
        };
    }

    /** One chip for each hold, one for the rest when there are many. */
    private void holds(RepositoryStatus status) {
        var held = status.channels().stream()
                .filter(channel -> channel.hold().isPresent())
                .map(Channel::name)
                .toList();
        held.stream().limit(HOLDS).forEach(name -> chips.getChildren().add(held(name)));
        if (held.size() > HOLDS) {
            chips.getChildren().add(new Chip("+" + (held.size() - HOLDS), Tone.WARNING, Feather.LOCK));
        }
    }

    private Chip held(String channel) {
        Chip chip = new Chip("", Tone.WARNING, Feather.LOCK);
        chip.textProperty()
                .bind(Bindings.when(widthProperty().lessThan(NARROW))
                        .then(hold(Words.briefest(channel)))
                        .otherwise(hold(Words.brief(channel))));
        chip.setTooltip(new Tooltip(hold(channel)));
        return chip;
    }

    private String hold(String channel) {
        return ui.text("ui.channel.held", "channel", channel);
    }

    /** News of upstream, from all of it to the least; a narrow window shows what fits. */
    private List<String> upstream(RepositoryStatus status) {
        if (model.checking().get()) {
            return List.of(ui.text("ui.upstream.checking"), "");
        }
        String checked = status.upstreamChecked()
                .map(when -> ui.text("ui.upstream.checked", "when", when))
                .orElse(ui.text("ui.upstream.never"));
        return status.upstreamOffers()
                .map(version -> ui.text("ui.upstream.offers", "version", version))
                .map(offer -> List.of(checked + " · " + offer, offer, ""))
                .orElse(List.of(checked, ""));
    }

    @Override
    protected void layoutChildren() {
        squeeze();
        double without = roomWithoutKind();
        double taken = kind.prefWidth(-1) + chips.getSpacing();
        boolean fits = without >= taken;
        if (kind.isVisible() != fits) {
            kind.setVisible(fits);
        }
        double room = fits ? without - taken : without;
        String fitting =
                news.stream().filter(words -> width(words) <= room).findFirst().orElse("");
        if (!fitting.equals(upstream.getText())) {
            upstream.setText(fitting);
            upstream.setAccessibleText(news.getFirst());
            upstream.getTooltip().setText(news.getFirst() + "\n" + ui.text("ui.upstream.check"));
        }
        super.layoutChildren();
    }

    /** Whether the names of pages find room does not depend on whether they are shown, or the header would never rest. */
    private void squeeze() {
        double named = pages.stream()
                .mapToDouble(button -> width(button.getText()) + PAGE)
                .sum();
        double now = pages.stream().mapToDouble(button -> button.prefWidth(-1)).sum();
        double others = chips.prefWidth(-1) - shownKind() + commands.prefWidth(-1) - now;
        boolean fits = getWidth() - LEAST - others - ROOM >= named;
        pages.forEach(button -> button.setContentDisplay(fits ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
    }

    private double shownKind() {
        return kind.isVisible() && chips.getChildren().contains(kind) ? kind.prefWidth(-1) + chips.getSpacing() : 0;
    }

    /** What is left beside everything else; the kind is the first to go where there is none. */
    private double roomWithoutKind() {
        return getWidth() - title.prefWidth(-1) - chips.prefWidth(-1) + shownKind() - commands.prefWidth(-1) - ROOM;
    }

    private double width(String words) {
        ruler.setFont(upstream.getFont());
        ruler.setText(words);
        return ruler.getLayoutBounds().getWidth();
    }
}
