package io.tidemark.ui.timeline;

/** A mark of the ruler: when, and its words. */
record Tick(long at, String words) {}
