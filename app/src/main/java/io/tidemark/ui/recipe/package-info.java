/**
 * The page of the texts that versions are composed of: an editor for each with what is wrong beside its lines, what differs
 * between them in meaning and line by line, and what they said before. Made by {@code ui.shell}.
 */
package io.tidemark.ui.recipe;
