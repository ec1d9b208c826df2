package io.tidemark.ui.hosts;

import io.tidemark.model.HostReport;
import io.tidemark.model.Lane;
import io.tidemark.ui.Fleet;
import io.tidemark.ui.Inventory;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Card;
import io.tidemark.ui.part.Chip;
import io.tidemark.ui.part.EmptyState;
import io.tidemark.ui.part.Skeleton;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.VersionChip;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The repositories that lie on a host: their channels with what can be done to them, and their versions. */
final class VersionsTab {

    private final Ui ui;
    private final Wizards wizards;
    private final HostModel model;
    private final VBox column = new VBox(12);
    private final ScrollPane scroll = new ScrollPane(column);

    VersionsTab(Ui ui, Wizards wizards, HostModel model) {
        this.ui = ui;
        this.wizards = wizards;
        this.model = model;
        column.getStyleClass().add("host-column");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        model.item().subscribe(item -> item.ifPresent(this::fill));
    }

    Node node() {
        return scroll;
    }

    private void fill(Fleet.Item item) {
        List<HostReport.Copy> copies =
                item.report().map(HostReport::repositories).orElse(List.of());
        if (copies.isEmpty()) {
            column.getChildren().setAll(item.checking() ? new Skeleton(360, 620, 540) : none(item));
        } else {
            column.getChildren().setAll(copies.stream().map(this::card).toList());
        }
    }

    private Node none(Fleet.Item item) {
        return item.report().isEmpty()
                ? new EmptyState(
                        Feather.SERVER,
                        ui.text("host.unseen"),
                        Buttons.primary(ui.text("host.check"), Feather.REFRESH_CW, model::check))
                : new EmptyState(
                        Feather.UPLOAD_CLOUD,
                        ui.text("host.copies.none"),
                        Buttons.primary(ui.text("host.publish"), Feather.UPLOAD_CLOUD, () -> publish("")));
    }

    private void publish(String repository) {
        wizards.publish(repository, Optional.empty(), Optional.of(model.name()));
    }

    private Card card(HostReport.Copy copy) {
        HBox head = new HBox(8, Words.plain(copy.name(), "section-title"), Words.spring());
        head.setAlignment(Pos.CENTER_LEFT);
        copy.fresh().ifPresent(when -> head.getChildren().add(Words.muted(ui.text("host.copy.fresh", "when", when))));
        known(copy)
                .ifPresent(name -> head.getChildren()
                        .add(Buttons.plain(ui.text("host.publish"), Feather.UPLOAD_CLOUD, () -> publish(name))));
        Card card = new Card(head);
        card.getStyleClass().add("host-card");
        copy.lanes().forEach(lane -> card.getChildren().add(lane(copy, lane)));
        copy.versions().reversed().forEach(version -> card.getChildren().add(row(copy, version)));
        return card;
    }

    /** The repository that lies there, as the workspace calls it, if more can be brought. */
    private Optional<String> known(HostReport.Copy copy) {
        return ui.desk().inventory().items().get().isEmpty()
                ? Optional.empty()
                : ui.desk().inventory().named(copy.name()).map(Inventory.Item::name);
    }

    private Node lane(HostReport.Copy copy, Lane lane) {
        HBox row = new HBox(10, Words.plain(lane.channel(), "semibold"));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("copy-row", "copy-lane");
        if (!lane.spans().isEmpty()) {
            Lane.Span live = lane.spans().getLast();
            row.getChildren().add(chip(copy, live.version()));
            row.getChildren().add(Words.muted(ui.text("host.lane.since", "when", live.start())));
        }
        lane.hold().ifPresent(hold -> row.getChildren().add(new Chip(ui.text("ui.held"), Tone.WARNING, Feather.LOCK)));
        row.getChildren().add(Words.spring());
        lane.hold()
                .ifPresent(hold -> row.getChildren()
                        .add(Buttons.plain(
                                ui.text("ui.release"),
                                Feather.UNLOCK,
                                () -> wizards.releaseThere(model.name(), copy.name(), lane.channel()))));
        row.getChildren()
                .add(Buttons.danger(
                        ui.text("ui.rollback"),
                        Feather.ROTATE_CCW,
                        () -> wizards.rollbackThere(model.name(), copy.name(), lane.channel())));
        return row;
    }

    private Node row(HostReport.Copy copy, HostReport.CopiedVersion version) {
        Label more = Words.muted(words(version));
        HBox row = new HBox(10, chip(copy, version.name()), more, Words.spring());
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("copy-row");
        if (!version.complete()) {
            row.getChildren().add(new Chip(ui.text("host.copy.incoming"), Tone.NEUTRAL, Feather.LOADER));
        } else if (version.rootDigest().isEmpty()) {
            row.getChildren().add(new Chip(ui.text("host.copy.foreign"), Tone.WARNING));
        } else {
            known(copy)
                    .ifPresent(name -> row.getChildren()
                            .add(Buttons.plain(
                                    ui.text("host.switch"),
                                    Feather.ARROW_UP_CIRCLE,
                                    () -> wizards.switchThere(model.name(), name, Optional.of(version.name())))));
        }
        return row;
    }

    private String words(HostReport.CopiedVersion version) {
        String size = version.bytes() < 0
                ? ""
                : ui.text("host.copy.size", "count", version.files(), "bytes", version.bytes());
        return version.published()
                .map(when -> ui.texts().formats().time(when) + (size.isEmpty() ? "" : " · " + size))
                .orElse(size);
    }

    private static VersionChip chip(HostReport.Copy copy, String version) {
        List<String> names =
                copy.versions().stream().map(HostReport.CopiedVersion::name).toList();
        return new VersionChip(version, names.indexOf(version) + 1L);
    }
}
