package io.tidemark.store;

import java.time.Clock;
import java.util.List;

/** Who writes the first lines of a journal, by which clock, and what they say. */
record Author(String actor, Clock clock, List<Deed> deeds) {}
