package io.tidemark.ui.hosts;

import io.tidemark.model.Host;
import io.tidemark.model.HostReport;
import io.tidemark.model.Lane;
import io.tidemark.text.Formats;
import io.tidemark.ui.Fleet;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Card;
import io.tidemark.ui.part.Chip;
import io.tidemark.ui.part.EmptyState;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Skeleton;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.VersionChip;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What was found on a host: everything looked at with what to do about it, and what it is. */
final class OverviewTab {

    private final Ui ui;
    private final HostModel model;
    private final VBox column = new VBox(12);
    private final ScrollPane scroll = new ScrollPane(column);

    OverviewTab(Ui ui, HostModel model) {
        this.ui = ui;
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
        column.getChildren().clear();
        if (item.report().isEmpty()) {
            column.getChildren().add(item.checking() ? new Skeleton(360, 620, 540, 480) : unseen());
            return;
        }
        HostReport report = item.report().get();
        report.problem().ifPresent(problem -> column.getChildren().add(new ProblemNote(problem, ui.texts())));
        HBox cards = new HBox(12, findings(report), facts(item.host(), report));
        HBox.setHgrow(cards.getChildren().getFirst(), Priority.ALWAYS);
        column.getChildren().add(cards);
        if (!report.repositories().isEmpty()) {
            column.getChildren().add(served(report));
        }
    }

    private Node unseen() {
        return new EmptyState(
                Feather.SERVER,
                ui.text("host.unseen"),
                Buttons.primary(ui.text("host.check"), Feather.REFRESH_CW, model::check));
    }

    private Card findings(HostReport report) {
        Card card = new Card(Words.plain(ui.text("host.findings"), "section-title"));
        card.getStyleClass().add("host-card");
        report.findings().stream()
                .sorted((one, other) -> other.severity().compareTo(one.severity()))
                .map(this::row)
                .forEach(card.getChildren()::add);
        if (report.findings().isEmpty()) {
            card.getChildren().add(Words.wrapped(ui.text("host.findings.none"), "muted"));
        }
        return card;
    }

    private Node row(HostReport.Finding finding) {
        Tone tone = Tone.of(finding.severity());
        Label words = Words.wrapped(ui.texts().say(finding.phrase()));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(10, Icons.of(tone.ikon(), 16, tone == Tone.ACCENT ? "muted" : tone.style()), words);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("finding-row");
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    /** What clients get from it now. */
    private Card served(HostReport report) {
        Card card = new Card(Words.plain(ui.text("host.served"), "section-title"));
        card.getStyleClass().add("host-card");
        report.repositories().forEach(copy -> card.getChildren().add(served(copy)));
        return card;
    }

    private Node served(HostReport.Copy copy) {
        FlowPane row = new FlowPane(10, 6, Words.plain(copy.name(), "semibold"));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("copy-row");
        List<String> names =
                copy.versions().stream().map(HostReport.CopiedVersion::name).toList();
        for (Lane lane : copy.lanes()) {
            if (!lane.spans().isEmpty()) {
                String version = lane.spans().getLast().version();
                row.getChildren()
                        .addAll(Words.muted(lane.channel()), new VersionChip(version, names.indexOf(version) + 1L));
            }
            lane.hold()
                    .ifPresent(hold -> row.getChildren().add(new Chip(ui.text("ui.held"), Tone.WARNING, Feather.LOCK)));
        }
        row.getChildren().add(Words.muted(ui.text("host.copy.versions", "count", names.size())));
        return row;
    }

    private Card facts(Host host, HostReport report) {
        GridPane grid = new GridPane(12, 8);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        fact(grid, "host.fact.address", address(host));
        fact(grid, "host.fact.root", host.root());
        fact(grid, "host.fact.role", ui.text("host.role." + host.role()));
        words(host.groups()).ifPresent(groups -> fact(grid, "host.fact.groups", groups));
        words(host.tags()).ifPresent(tags -> fact(grid, "host.fact.tags", tags));
        figures(grid, report.figures());
        Card card = new Card(Words.plain(ui.text("host.facts"), "section-title"), grid);
        card.getStyleClass().addAll("host-card", "host-facts");
        return card;
    }

    private void figures(GridPane grid, Map<String, Long> figures) {
        Formats formats = ui.texts().formats();
        Optional.ofNullable(figures.get("cores"))
                .ifPresent(cores -> fact(grid, "host.fact.cores", formats.number(cores)));
        Optional.ofNullable(figures.get("memory.bytes"))
                .ifPresent(bytes -> fact(grid, "host.fact.memory", formats.bytes(bytes)));
        Long free = figures.get("free.bytes");
        Long whole = figures.get("disk.bytes");
        if (free != null && whole != null) {
            fact(grid, "host.fact.space", ui.text("host.space", "free", free, "whole", whole));
        }
        Optional.ofNullable(figures.get("free.inodes"))
                .ifPresent(inodes -> fact(grid, "host.fact.inodes", formats.number(inodes)));
        Optional.ofNullable(figures.get("certificate.days"))
                .ifPresent(days -> fact(grid, "host.fact.certificate", ui.text("host.days", "count", days)));
    }

    private void fact(GridPane grid, String key, String value) {
        Label name = Words.muted(ui.text(key));
        name.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(grid.getRowCount(), name, Words.wrapped(value));
    }

    private static Optional<String> words(List<String> words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
    }

    private static String address(Host host) {
        String user = host.user().isEmpty() ? "" : host.user() + "@";
        return user + host.address() + (host.port() == 0 ? "" : ":" + host.port());
    }
}
