/**
 * Words for people, in English and French: the message bundles, and how sizes, numbers, times and plurals are written.
 * Only window and command line use it; the engine speaks in {@link io.tidemark.model.Phrase phrases}.
 */
package io.tidemark.text;
