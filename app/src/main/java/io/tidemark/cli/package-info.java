/**
 * The command line: one class for each command, thin, over the same engine as the window. Only this package writes to
 * the standard streams: one document on standard output, messages and progress on standard error.
 */
package io.tidemark.cli;
