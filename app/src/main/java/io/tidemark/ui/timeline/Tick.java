package io.tidemark.ui.timeline;

/** A mark of the ruler: when, and its words; small marks have none. */
record Tick(long at, String words, boolean first) {}
