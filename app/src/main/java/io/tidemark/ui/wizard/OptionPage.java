package io.tidemark.ui.wizard;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/**
 * One page of choices.
 *
 * @param title its name in the list of steps
 * @param summary what was chosen, in a few words, below the name
 * @param complete whether the page may be left forwards
 * @param content what is on it
 * @param shown called each time the page comes up
 */
record OptionPage(
        String title,
        ObservableValue<String> summary,
        ObservableBooleanValue complete,
        Region content,
        Runnable shown) {

    OptionPage(String title, ObservableValue<String> summary, ObservableBooleanValue complete, Region content) {
        this(title, summary, complete, content, () -> {});
    }

    OptionPage(String title, ObservableValue<String> summary, Region content) {
        this(title, summary, new SimpleBooleanProperty(true), content);
    }
}
