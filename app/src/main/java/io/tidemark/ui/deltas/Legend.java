package io.tidemark.ui.deltas;

import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** What colours, frames and ticks of the matrix mean. */
final class Legend extends FlowPane {

    Legend(Ui ui, WorkersModel workers) {
        super(16, 4);
        getStyleClass().add("matrix-legend");
        HBox steps = new HBox();
        for (int step = 0; step < Tint.STEPS; step++) {
            steps.getChildren().add(swatch("step-" + step));
        }
        steps.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        line(steps, ui.text("deltas.legend.share", "most", Tint.MOST)),
                        line(Icons.of(Feather.CHECK, 13), ui.text("deltas.legend.EXISTS")),
                        line(swatch("planned"), ui.text("deltas.legend.PLANNED")),
                        line(swatch("chained"), ui.text("deltas.legend.CHAIN")),
                        line(swatch("whole"), ui.text("deltas.legend.FULL")));
        HBox waiting = line(Icons.of(Feather.CLOCK, 13), ui.text("deltas.legend.waiting"));
        HBox running = line(Icons.of(Feather.LOADER, 13), ui.text("deltas.legend.running"));
        workers.workers().subscribe(now -> {
            getChildren().removeAll(waiting, running);
            if (now.width() > 0) {
                getChildren().addAll(waiting, running);
            }
        });
    }

    private static Region swatch(String style) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("matrix-swatch", style);
        return swatch;
    }

    private static HBox line(Node sign, String words) {
        HBox line = new HBox(6, sign, Words.plain(words, "muted", "small"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
