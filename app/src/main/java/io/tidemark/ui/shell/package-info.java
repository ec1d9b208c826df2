/**
 * The frame of the window: sidebar, header, status bar, palette, help, dialogs over the page; and the composition of all
 * screens. {@link io.tidemark.ui.shell.Window#open} is the only way in; nothing in {@code ui} knows this package.
 */
package io.tidemark.ui.shell;
