package io.tidemark.ui.jobs;

import java.util.List;
import javafx.collections.ObservableList;

/** Brings a list up to date without throwing away what stays, so that selection and scroll position stay too. */
final class Lines {

    private Lines() {}

    static void update(ObservableList<Line> shown, List<Line> wanted) {
        if (!sameShape(shown, wanted)) {
            shown.setAll(wanted);
            return;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!shown.get(i).equals(wanted.get(i))) {
                shown.set(i, wanted.get(i));
            }
        }
    }

    private static boolean sameShape(List<Line> shown, List<Line> wanted) {
        if (shown.size() != wanted.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).continues(shown.get(i))) {
                return false;
            }
        }
        return true;
    }
}
