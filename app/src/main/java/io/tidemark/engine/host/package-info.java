/**
 * Use cases on mirror hosts: what the workspace remembers of them, what is found on them, and the operations that change
 * them. Speaks to hosts through {@code host}; the engine's faces call it.
 */
package io.tidemark.engine.host;
