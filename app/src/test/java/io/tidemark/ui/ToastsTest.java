package io.tidemark.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.model.Severity;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import org.junit.jupiter.api.Test;

/** Remarks in the corner of the window. */
class ToastsTest {

    @Test
    void aListenerHearsOfThemHoweverLongItWaits() {
        Toasts toasts = new Toasts();
        List<Integer> heard = new ArrayList<>();
        toasts.list()
                .addListener((InvalidationListener) _ -> heard.add(toasts.list().size()));
        collectGarbage();
        toasts.say(Severity.INFO, "first");
        toasts.say(Severity.INFO, "second");
        assertEquals(List.of(1, 2), heard);
    }

    @Test
    void onlyTheLastFourStay() {
        Toasts toasts = new Toasts();
        for (int i = 1; i <= 6; i++) {
            toasts.say(Severity.INFO, "remark " + i);
        }
        assertEquals(
                List.of("remark 3", "remark 4", "remark 5", "remark 6"),
                toasts.list().stream().map(Toasts.Toast::text).toList());
    }

    private static void collectGarbage() {
        WeakReference<Object> rubbish = new WeakReference<>(new Object());
        while (rubbish.get() != null) {
            System.gc();
        }
    }
}
