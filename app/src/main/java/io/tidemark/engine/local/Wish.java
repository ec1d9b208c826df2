package io.tidemark.engine.local;

/** What others may ask of a job that runs in a process of its own. */
enum Wish {
    CANCEL,
    PAUSE,
    GO_ON
}
