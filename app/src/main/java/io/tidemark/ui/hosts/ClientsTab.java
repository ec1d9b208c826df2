package io.tidemark.ui.hosts;

import io.tidemark.model.ClientLines;
import io.tidemark.model.ProblemException;
import io.tidemark.ui.Inventory;
import io.tidemark.ui.Latest;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Card;
import io.tidemark.ui.part.CommandLine;
import io.tidemark.ui.part.EmptyState;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What clients must be told to use a repository from a host, ready to copy, and the mail that announces the mirror. */
final class ClientsTab {

    private final Ui ui;
    private final HostModel model;
    private final VBox column = new VBox(12);
    private final VBox cards = new VBox(12);
    private final ScrollPane scroll = new ScrollPane(column);
    private final Latest reading;

    ClientsTab(Ui ui, HostModel model) {
        this.ui = ui;
        this.model = model;
        reading = ui.bridge().latest();
        column.getStyleClass().add("host-column");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        List<String> names = ui.desk().inventory().items().get().stream()
                .flatMap(List::stream)
                .map(Inventory.Item::name)
                .toList();
        if (names.isEmpty()) {
            column.getChildren().setAll(new EmptyState(Feather.MONITOR, ui.text("host.clients.none")));
        } else {
            column.getChildren().setAll(choice(names), cards);
        }
    }

    Node node() {
        return scroll;
    }

    private Node choice(List<String> names) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(names);
        box.setId("clients-of");
        box.valueProperty().subscribe(name -> {
            if (name != null) {
                read(name);
            }
        });
        box.getSelectionModel().selectFirst();
        HBox row = new HBox(10, Words.muted(ui.text("host.clients.of")), box);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void read(String repository) {
        reading.call(
                job -> told(repository),
                this::show,
                problem -> cards.getChildren().setAll(new ProblemNote(problem, ui.texts())));
    }

    private Told told(String repository) throws ProblemException {
        return new Told(
                ui.engine().hosts().clients(repository, model.name()),
                ui.engine().hosts().registration(repository, model.name()));
    }

    private void show(Told told) {
        cards.getChildren().clear();
        told.lines().forEach(lines -> cards.getChildren().add(card(lines)));
        if (told.lines().isEmpty()) {
            cards.getChildren().add(new InlineNote(Tone.NEUTRAL, ui.text("host.clients.nothing")));
        }
        if (!told.mail().isEmpty()) {
            cards.getChildren().add(box(ui.text("host.mail"), ui.text("host.mail.help"), told.mail()));
        }
    }

    private Card card(ClientLines lines) {
        String where = lines.file().isEmpty()
                ? ui.text("host.clients.command")
                : ui.text("host.clients.file", "file", lines.file());
        return box(ui.text("host.client." + lines.client()), where, String.join("\n", lines.lines()));
    }

    private Card box(String title, String help, String text) {
        Label words = Words.wrapped(text, "code");
        words.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().add("client-lines");
        HBox head = new HBox(
                10,
                Words.plain(title, "section-title"),
                Words.muted(help),
                Words.spring(),
                Buttons.plain(ui.text("wizard.copy"), Feather.COPY, () -> CommandLine.copy(text + "\n")));
        head.setAlignment(Pos.CENTER_LEFT);
        Card card = new Card(head, words);
        card.getStyleClass().add("host-card");
        return card;
    }

    private record Told(List<ClientLines> lines, String mail) {}
}
