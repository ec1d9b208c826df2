package io.tidemark.ui.timeline;

import io.tidemark.text.Texts;
import java.util.Map;

/**
 * All that one picture of the timeline is drawn from.
 *
 * @param scale where moments lie
 * @param clusters the marks of the versions
 * @param rows where lanes lie
 */
record Frame(History history, TimeScale scale, Clusters clusters, Rows rows, Chosen chosen) {

    /** What the person picked and what of staged versions is there; the texts to say it with. */
    record Chosen(Pick pick, boolean focused, Map<String, Double> staging, Texts texts) {}

    Pick pick() {
        return chosen.pick();
    }

    Texts texts() {
        return chosen.texts();
    }
}
