package io.tidemark.ui.wizard;

import io.tidemark.model.PlanStep;
import io.tidemark.ui.part.Icons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icon of each thing that a plan can do. */
final class StepIcons {

    private StepIcons() {}

    static FontIcon of(PlanStep.Action action) {
        return switch (action) {
            case SHARE -> Icons.of(Feather.COPY, 16, "muted");
            case COPY -> Icons.of(Feather.FILE_PLUS, 16, "warning");
            case FETCH -> Icons.of(Feather.DOWNLOAD, 16, "accent");
            case LEAVE_OUT -> Icons.of(Feather.MINUS_CIRCLE, 16, "danger");
            case VERIFY -> Icons.of(Feather.SHIELD, 16, "success");
            case SEAL -> Icons.of(Feather.ARCHIVE, 16, "success");
            case FLIP -> Icons.of(Feather.BOOKMARK, 16, "accent");
            case HOLD -> Icons.of(Feather.LOCK, 16, "warning");
            case RELEASE -> Icons.of(Feather.UNLOCK, 16, "accent");
            case DELETE -> Icons.of(Feather.TRASH_2, 16, "danger");
            case WRITE_SETTINGS -> Icons.of(Feather.SAVE, 16, "muted");
            case EXCHANGE, GIVE_BACK -> Icons.of(Feather.REPEAT, 16, "accent");
            case MAKE_DELTA -> Icons.of(Feather.SCISSORS, 16, "accent");
            case PUBLISH -> Icons.of(Feather.UPLOAD_CLOUD, 16, "accent");
            case DISABLE_WRITER -> Icons.of(Feather.SLASH, 16, "warning");
            case TRUST_KEY -> Icons.of(Feather.KEY, 16, "warning");
            case KEEP -> Icons.of(Feather.SAVE, 16, "muted");
            case MAKE -> Icons.of(Feather.PLUS, 16, "accent");
            case WRITE -> Icons.of(Feather.EDIT_2, 16, "accent");
            case START -> Icons.of(Feather.REFRESH_CW, 16, "accent");
            case PROBE -> Icons.of(Feather.ACTIVITY, 16, "success");
            case NOTHING -> Icons.of(Feather.CHECK, 16, "success");
        };
    }
}
