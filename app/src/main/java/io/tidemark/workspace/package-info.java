/**
 * What one console remembers: its repositories and settings, in one small file that is read and saved whole; beside it what was
 * found on hosts, and texts that nobody saved yet. Knows nothing of what repositories hold.
 */
package io.tidemark.workspace;
