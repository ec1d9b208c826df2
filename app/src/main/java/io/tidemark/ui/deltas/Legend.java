package io.tidemark.ui.deltas;

import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** What colours, frames and ticks of the matrix mean. */
final class Legend extends FlowPane {

    Legend(Ui ui, DeltasModel model) {
        super(16, 4);
        getStyleClass().add("matrix-legend");
        HBox steps = new HBox();
        for (int step = 0; step < Tint.STEPS; step++) {
            steps.getChildren().add(swatch("step-" + step));
        }
        steps.setAlignment(Pos.CENTER_LEFT);
        Label share = words("");
        Label full = words("");
        HBox chain = line(swatch("chained"), words(ui.text("deltas.legend.CHAIN")));
        getChildren()
                .addAll(
                        line(steps, share),
                        line(Icons.of(Feather.CHECK, 13), words(ui.text("deltas.legend.EXISTS"))),
                        line(swatch("planned"), words(ui.text("deltas.legend.PLANNED"))),
                        chain,
                        line(swatch("whole"), full));
        model.commits().subscribe(commits -> {
            share.setText(ui.text(commits ? "deltas.commits.share" : "deltas.legend.share", "most", Tint.MOST));
            full.setText(ui.text(commits ? "deltas.commits.objects" : "deltas.legend.FULL"));
            chain.setVisible(!commits);
            chain.setManaged(!commits);
        });
        HBox waiting = line(Icons.of(Feather.CLOCK, 13), words(ui.text("deltas.legend.waiting")));
        HBox running = line(Icons.of(Feather.LOADER, 13), words(ui.text("deltas.legend.running")));
        model.workers().workers().subscribe(now -> {
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

    private static Label words(String words) {
        return Words.plain(words, "muted", "small");
    }

    private static HBox line(Node sign, Label words) {
        HBox line = new HBox(6, sign, words);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
