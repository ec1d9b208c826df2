package io.tidemark.ui.shell;

import io.tidemark.model.RepositoryStatus;
import io.tidemark.text.Texts;
import io.tidemark.ui.Inventory;
import io.tidemark.ui.part.Icons;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;

/** The sign of a repository's state: a shape of its own for each, for colour never stands alone. */
final class RepositoryMark {

    private RepositoryMark() {}

    static Node of(Inventory.Item item, Texts texts) {
        Node mark = shape(item);
        mark.setAccessibleText(words(item, texts));
        return mark;
    }

    private static Node shape(Inventory.Item item) {
        if (item.problem().isPresent()) {
            return Icons.of(Feather.ALERT_OCTAGON, 14, "danger");
        }
        if (item.status().isEmpty()) {
            return dot("unknown");
        }
        return switch (item.status().get().health()) {
            case CRITICAL -> Icons.of(Feather.ALERT_OCTAGON, 14, "danger");
            case WARNING -> item.held() ? lock() : Icons.of(Feather.ALERT_TRIANGLE, 14, "warning");
            case HEALTHY -> item.held() ? lock() : dot("healthy");
            case UNKNOWN -> dot("unknown");
        };
    }

    private static String words(Inventory.Item item, Texts texts) {
        if (item.problem().isPresent()) {
            return texts.what(item.problem().get());
        }
        RepositoryStatus.Health health =
                item.status().map(RepositoryStatus::health).orElse(RepositoryStatus.Health.UNKNOWN);
        String word = texts.get("health." + health);
        return item.held() ? word + ", " + texts.get("ui.held") : word;
    }

    private static Node lock() {
        return Icons.of(Feather.LOCK, 14, "warning");
    }

    private static Node dot(String style) {
        Circle dot = new Circle(4);
        dot.getStyleClass().addAll("state-dot", style);
        return dot;
    }
}
