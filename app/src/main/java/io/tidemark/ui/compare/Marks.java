package io.tidemark.ui.compare;

import io.tidemark.model.FileChange;
import io.tidemark.ui.part.Tone;
import org.kordamp.ikonli.feather.Feather;

/** Tone and icon of each kind of change; colour never stands alone. */
final class Marks {

    private Marks() {}

    static Tone tone(Category category) {
        return switch (category) {
            case BOOT -> Tone.WARNING;
            case UPGRADED, DOWNGRADED, REBUILT -> Tone.ACCENT;
            case ADDED -> Tone.SUCCESS;
            case REMOVED -> Tone.DANGER;
        };
    }

    static Feather icon(Category category) {
        return switch (category) {
            case BOOT -> Feather.ZAP;
            case UPGRADED -> Feather.ARROW_UP;
            case DOWNGRADED -> Feather.ARROW_DOWN;
            case REBUILT -> Feather.REFRESH_CW;
            case ADDED -> Feather.PLUS;
            case REMOVED -> Feather.MINUS;
        };
    }

    static Tone tone(FileChange.Kind kind) {
        return switch (kind) {
            case CHANGED, MOVED -> Tone.ACCENT;
            case ADDED -> Tone.SUCCESS;
            case REMOVED -> Tone.DANGER;
        };
    }

    static Feather icon(FileChange.Kind kind) {
        return switch (kind) {
            case CHANGED -> Feather.EDIT_2;
            case MOVED -> Feather.CORNER_DOWN_RIGHT;
            case ADDED -> Feather.PLUS;
            case REMOVED -> Feather.MINUS;
        };
    }
}
