package io.tidemark.ui.deltas;

/**
 * What the workers have to do with a pair.
 *
 * @param share how much of it is done, -1 while nobody knows
 */
record PairWork(State state, double share) {

    /** Nothing. */
    static final PairWork NONE = new PairWork(State.NONE, -1);

    /** How far workers are. */
    enum State {
        NONE,
        WAITING,
        RUNNING,
        /** Made, but not published yet. */
        DONE
    }

    boolean running() {
        return state == State.RUNNING;
    }
}
