package io.tidemark.ui;

import io.tidemark.engine.Engine;
import io.tidemark.text.Texts;

/** What every screen is handed. The texts are those of one language; after a change of language screens are made anew. */
public record Ui(Engine engine, FxBridge bridge, Texts texts, JobWatch jobs, Desk desk) {

    /** A text with alternating names and values. */
    public String text(String key, Object... namesAndValues) {
        return texts.get(key, namesAndValues);
    }

    /** Goes somewhere. */
    public void go(Place place) {
        desk.navigator().go(place);
    }
}
