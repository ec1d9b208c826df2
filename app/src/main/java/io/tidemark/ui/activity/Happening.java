package io.tidemark.ui.activity;

import io.tidemark.model.JournalEntry;

/** A journal line and the repository it was written in. */
record Happening(String repository, JournalEntry line) {}
