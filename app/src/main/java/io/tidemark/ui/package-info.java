/**
 * What all screens of the window stand on: the bridge to the JavaFX thread, the navigator and its places, the overlay
 * for dialogs, the watch over jobs, the look (theme, fonts, scale), and the commands that wizards answer. Screens live in
 * packages of their own and know this one, never each other; the {@code shell} package puts them together.
 */
package io.tidemark.ui;
