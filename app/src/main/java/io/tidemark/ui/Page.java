package io.tidemark.ui;

import javafx.scene.layout.Region;

/** A page of the window: what fills the header and what lies below it. Made anew each time one goes there. */
public interface Page {

    /** Fills the header, 56 px high; the shell draws its border. */
    Region header();

    /** Fills the rest. */
    Region body();

    /** Called when the page is on the screen: the moment to ask the engine. */
    default void opened() {}

    /** Called when the page is left: ends subscriptions and gives calls up. */
    default void closed() {}
}
