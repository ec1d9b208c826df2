package io.tidemark.store;

/** The process is dead: nothing after this changes the disk. */
final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed(long call) {
        super("killed before change " + call);
    }
}
