package io.tidemark.ui.shell;

import io.tidemark.model.Severity;
import io.tidemark.text.Texts;
import io.tidemark.ui.Fleet;
import io.tidemark.ui.part.Icons;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;

/** The sign of a host's state: a shape of its own for each, for colour never stands alone. */
final class HostMark {

    private HostMark() {}

    static Node of(Fleet.Item item, Texts texts) {
        Node mark = item.checking() ? Icons.of(Feather.LOADER, 14, "muted") : shape(item.state());
        mark.setAccessibleText(words(item, texts));
        return mark;
    }

    private static Node shape(Optional<Severity> state) {
        return switch (state.orElse(Severity.INFO)) {
            case DANGER -> Icons.of(Feather.ALERT_OCTAGON, 14, "danger");
            case WARNING -> Icons.of(Feather.ALERT_TRIANGLE, 14, "warning");
            case GOOD -> dot("healthy");
            case INFO -> state.isPresent() ? dot("healthy") : dot("unknown");
        };
    }

    private static String words(Fleet.Item item, Texts texts) {
        if (item.checking()) {
            return texts.get("host.state.checking");
        }
        return item.report()
                .map(report -> report.problem().map(texts::what).orElse(texts.get("host.state." + report.worst())))
                .orElse(texts.get("host.state.unknown"));
    }

    private static Circle dot(String style) {
        Circle dot = new Circle(4);
        dot.getStyleClass().addAll("state-dot", style);
        return dot;
    }
}
