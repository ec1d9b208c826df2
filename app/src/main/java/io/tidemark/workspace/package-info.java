/**
 * What one console remembers: its repositories and settings, in one small file that is read and saved whole. Knows nothing
 * of what repositories hold.
 */
package io.tidemark.workspace;
