package io.tidemark.model;

/**
 * A part of the program that is added by one line: a {@code provides} line of the module, and the same line in {@code
 * META-INF/services} for class paths. It brings its texts with it, so that nothing else has to know of them.
 */
public interface Extension {

    /** The bundle of its texts in both languages: {@code messages} in its own package unless it says otherwise. */
    default String messages() {
        return getClass().getPackageName() + ".messages";
    }
}
