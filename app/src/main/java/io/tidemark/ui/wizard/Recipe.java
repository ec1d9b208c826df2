package io.tidemark.ui.wizard;

import io.tidemark.model.Outcome;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/**
 * What makes one wizard different from another.
 *
 * @param title what stands at its head
 * @param draft the choices
 * @param pages the pages on which they are made
 * @param ending what comes when the job is done
 */
record Recipe(Title title, Draft draft, List<OptionPage> pages, Ending ending) {

    Recipe {
        pages = List.copyOf(pages);
    }

    /**
     * The words of a wizard.
     *
     * @param ikon its icon
     * @param text its title
     * @param start what the button says that starts it
     * @param last the name of its last step
     * @param danger whether starting takes something away
     */
    record Title(Ikon ikon, String text, String start, String last, boolean danger) {

        Title(Ikon ikon, String text, String start, String last) {
            this(ikon, text, start, last, false);
        }
    }

    /** Whether there is little to choose and little to show, so that a smaller dialog does. */
    boolean small() {
        return pages.size() < 2 && !title.danger();
    }

    /** What is done after the job, and the buttons that lead on from its result. */
    record Ending(Sequel sequel, Function<Outcome, List<Node>> next) {}
}
