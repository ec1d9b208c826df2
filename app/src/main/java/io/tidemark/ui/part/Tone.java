package io.tidemark.ui.part;

import io.tidemark.model.Severity;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What a colour means; each has an icon, for colour never stands alone. */
public enum Tone {
    NEUTRAL("neutral", Feather.INFO),
    ACCENT("accent", Feather.INFO),
    SUCCESS("success", Feather.CHECK_CIRCLE),
    WARNING("warning", Feather.ALERT_TRIANGLE),
    DANGER("danger", Feather.X_CIRCLE);

    private final String style;
    private final Ikon ikon;

    Tone(String style, Ikon ikon) {
        this.style = style;
        this.ikon = ikon;
    }

    /** The style class. */
    public String style() {
        return style;
    }

    /** The icon beside it where nothing better fits. */
    public Ikon ikon() {
        return ikon;
    }

    /** The tone of a notice. */
    public static Tone of(Severity severity) {
        return switch (severity) {
            case INFO -> ACCENT;
            case GOOD -> SUCCESS;
            case WARNING -> WARNING;
            case DANGER -> DANGER;
        };
    }
}
