package io.tidemark.ui.repository;

import io.tidemark.engine.Serving.Served;
import io.tidemark.model.Channel;
import io.tidemark.model.Hold;
import io.tidemark.text.Texts;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.CommandLine;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Which channels serve a version now, what holds them there, and the test server where it runs. */
final class ServedColumn {

    private final Ui ui;
    private final Wizards wizards;
    private final RepositoryModel model;

    ServedColumn(Ui ui, Wizards wizards, RepositoryModel model) {
        this.ui = ui;
        this.wizards = wizards;
        this.model = model;
    }

    VBox of(Details details) {
        Texts texts = ui.texts();
        VBox column = new VBox(8, Words.heading(texts.get("ui.served")));
        List<Channel> live = model.glance().get().stream()
                .flatMap(now -> now.status().channels().stream())
                .filter(channel -> channel.target()
                        .filter(details.version().name()::equals)
                        .isPresent())
                .toList();
        live.forEach(channel -> column.getChildren().addAll(channel(channel)));
        if (live.isEmpty()) {
            column.getChildren().add(Words.wrapped(texts.get("ui.served.none"), "muted"));
        }
        model.served().get().ifPresent(server -> column.getChildren().addAll(server(server)));
        return column;
    }

    private List<Node> channel(Channel channel) {
        Label name = Words.plain(channel.name(), "table-size");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(new Tooltip(channel.name()));
        HBox row = new HBox(8, Icons.of(Feather.BOOKMARK, 14), name);
        row.setAlignment(Pos.CENTER_LEFT);
        if (channel.hold().isEmpty()) {
            return List.of(row);
        }
        Hold hold = channel.hold().get();
        Button release = Buttons.plain(
                ui.text("ui.release"), Feather.UNLOCK, () -> wizards.release(model.name(), channel.name()));
        release.getStyleClass().add("compact");
        String reason = hold.reason().isEmpty() ? "" : " · " + hold.reason();
        return List.of(
                row,
                Words.wrapped(
                        ui.text("ui.held.since", "day", ui.texts().formats().date(hold.since()), "actor", hold.actor())
                                + reason,
                        "muted",
                        "table-size"),
                release);
    }

    private List<Node> server(Served server) {
        HBox row = new HBox(
                8,
                Icons.of(Feather.GLOBE, 14, "success"),
                Words.plain(server.url(), "code", "small"),
                Words.spring(),
                Buttons.icon(ui.text("ui.copy"), Feather.COPY, () -> CommandLine.copy(server.url())));
        row.getChildren().getLast().getStyleClass().addAll("flat", "tiny");
        row.setAlignment(Pos.CENTER_LEFT);
        return List.of(Words.heading(ui.text("ui.serving")), row);
    }
}
