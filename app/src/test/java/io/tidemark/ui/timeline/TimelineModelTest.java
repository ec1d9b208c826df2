package io.tidemark.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.model.Lane;
import io.tidemark.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineModelTest {

    private static final Instant NOW = Instant.parse("2022-08-16T20:15:00Z");

    private final TimelineModel model = new TimelineModel();

    @ParameterizedTest
    @CsvSource({"2, WEEK", "13, MONTH", "80, QUARTER", "900, QUARTER"})
    void aYoungHistoryFillsThePicture(int days, Preset expected) {
        model.show(since(days));
        assertEquals(Optional.of(expected), model.presets().get());
    }

    @Test
    void whatThePersonChoseStaysWhenTheHistoryIsReadAgain() {
        model.show(since(13));
        model.preset(Preset.ALL);
        model.show(since(14));
        assertEquals(Optional.of(Preset.ALL), model.presets().get());
    }

    private static Timeline since(int days) {
        Instant first = NOW.minus(Duration.ofDays(days));
        Lane.Span span = new Lane.Span("3.15.4", first, Optional.empty(), false, false);
        return new Timeline(List.of(), List.of(new Lane("current", List.of(span), Optional.empty())), NOW);
    }
}
