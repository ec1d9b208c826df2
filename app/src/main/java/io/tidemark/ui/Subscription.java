package io.tidemark.ui;

/** Something that goes on until it is ended. */
@FunctionalInterface
public interface Subscription {

    /** Ends it; ending twice does nothing. */
    void end();
}
