package io.tidemark.ui.shell;

import io.tidemark.engine.Connections;
import io.tidemark.engine.Connections.Connection;
import io.tidemark.ui.Inventory;
import io.tidemark.ui.Subscription;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** How the line to another machine stands: that of the repository on show, or one that is not there yet or any more. */
final class LineStrip extends HBox {

    private static final Duration PACE = Duration.ofSeconds(1);

    private final Ui ui;
    private final Subscription looking;
    private final ReadOnlyBooleanWrapper troubled = new ReadOnlyBooleanWrapper();
    private List<Connection> seen = List.of();

    LineStrip(Ui ui) {
        super(6);
        this.ui = ui;
        getStyleClass().add("line-strip");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        ui.desk().navigator().place().subscribe(place -> show());
        looking = ui.bridge().repeat(PACE, this::look);
    }

    /** Whether it says that a line is not there: then less else is worth saying. */
    ReadOnlyBooleanProperty troubled() {
        return troubled.getReadOnlyProperty();
    }

    void close() {
        looking.end();
    }

    /** The lines are records of this process: asking takes no time. */
    private void look() {
        accept(ui.engine().connections().list());
    }

    /** How the lines stand now. */
    void accept(List<Connection> now) {
        if (!now.equals(seen)) {
            seen = now;
            show();
        }
    }

    private void show() {
        getChildren().clear();
        troubled.set(false);
        shown().ifPresent(this::show);
    }

    /** A few words in the narrow strip, all of it for those who point there or listen. */
    private void show(Connection line) {
        String why =
                line.problem().map(problem -> "\n" + ui.texts().what(problem)).orElse("");
        getChildren().add(Icons.of(ikon(line.state()), 13, tone(line.state())));
        boolean bad = line.state() == Connections.State.CUT || line.state() == Connections.State.FAILED;
        troubled.set(bad);
        if (bad) {
            getChildren().add(Words.plain(ui.text("ui.line.short." + line.state()), "muted", "table-size"));
        }
        Tooltip.install(this, new Tooltip(words(line) + why));
        setAccessibleText(words(line));
    }

    private Optional<Connection> shown() {
        return seen.stream()
                .filter(line -> line.state() == Connections.State.CUT || line.state() == Connections.State.CONNECTING)
                .findFirst()
                .or(this::ofRepository);
    }

    private Optional<Connection> ofRepository() {
        Optional<String> dir = ui.desk()
                .navigator()
                .place()
                .get()
                .repository()
                .flatMap(ui.desk().inventory()::item)
                .map(Inventory.Item::dir);
        return seen.stream()
                .filter(line -> dir.filter(place -> place.startsWith("ssh://" + line.server() + "/"))
                        .isPresent())
                .findFirst();
    }

    private String words(Connection line) {
        return ui.text("ui.line." + line.state(), "server", line.server(), "since", line.since());
    }

    private static Feather ikon(Connections.State state) {
        return switch (state) {
            case CONNECTED -> Feather.LINK;
            case IDLE, CONNECTING -> Feather.LOADER;
            case CUT, FAILED -> Feather.WIFI_OFF;
        };
    }

    private static String tone(Connections.State state) {
        return switch (state) {
            case CONNECTED -> "success";
            case IDLE, CONNECTING -> "muted";
            case CUT -> "warning";
            case FAILED -> "danger";
        };
    }
}
