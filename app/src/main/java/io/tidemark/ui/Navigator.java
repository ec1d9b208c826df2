package io.tidemark.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where the window is and where it was before. JavaFX thread only. */
public final class Navigator {

    private static final int REMEMBERED = 50;

    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(new Place.Home());
    private final Deque<Place> before = new ArrayDeque<>();

    /** Where the window is. */
    public ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    /** Goes somewhere; going where one is already does nothing. */
    public void go(Place next) {
        if (next.equals(place.get())) {
            return;
        }
        before.push(place.get());
        if (before.size() > REMEMBERED) {
            before.removeLast();
        }
        place.set(next);
    }

    /** Goes somewhere instead of here: the way back does not lead here again. */
    public void replace(Place next) {
        place.set(next);
    }

    /** Goes where the window was before; answers whether there was such a place. */
    public boolean back() {
        if (before.isEmpty()) {
            return false;
        }
        place.set(before.pop());
        return true;
    }
}
