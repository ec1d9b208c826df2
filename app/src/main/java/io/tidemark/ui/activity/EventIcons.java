package io.tidemark.ui.activity;

import io.tidemark.model.JournalEntry.Event;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The icon and colour of each thing that can happen. */
final class EventIcons {

    private EventIcons() {}

    static Ikon icon(Event event) {
        return switch (event) {
            case CREATED -> Feather.PLUS_CIRCLE;
            case ADOPTED -> Feather.FOLDER_PLUS;
            case STAGED -> Feather.LOADER;
            case SEALED -> Feather.ARCHIVE;
            case PROMOTED -> Feather.ARROW_UP_CIRCLE;
            case ROLLED_BACK -> Feather.ROTATE_CCW;
            case PUBLISHED -> Feather.UPLOAD_CLOUD;
            case HELD -> Feather.LOCK;
            case RELEASED -> Feather.UNLOCK;
            case PINNED, UNPINNED -> Feather.MAP_PIN;
            case VERIFIED -> Feather.SHIELD;
            case QUARANTINED -> Feather.ALERT_CIRCLE;
            case PRUNED -> Feather.SCISSORS;
            case SHARED -> Feather.COPY;
            case CONFIGURED -> Feather.SETTINGS;
            case GIVEN_BACK -> Feather.FOLDER_MINUS;
            case RECOVERED -> Feather.LIFE_BUOY;
            case FAILED -> Feather.X_CIRCLE;
        };
    }

    static String style(Event event) {
        return switch (event) {
            case ROLLED_BACK, QUARANTINED, FAILED -> "danger";
            case HELD, GIVEN_BACK, RECOVERED -> "warning";
            case VERIFIED -> "success";
            case CREATED,
                    ADOPTED,
                    STAGED,
                    SEALED,
                    PROMOTED,
                    PUBLISHED,
                    RELEASED,
                    PINNED,
                    UNPINNED,
                    PRUNED,
                    SHARED,
                    CONFIGURED -> "muted";
        };
    }
}
