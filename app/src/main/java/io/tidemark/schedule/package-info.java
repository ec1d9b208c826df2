/**
 * Timers and cron lines: those of other programs that write into a repository's tree, found before they do harm and
 * disabled on request. Reads the system's own places and never runs what it finds there. Used by the engine.
 */
package io.tidemark.schedule;
