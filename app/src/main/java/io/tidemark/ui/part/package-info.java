/**
 * Small building blocks of the window: icons, chips, cards, notes, empty states, skeletons, the box with a command line.
 * They know nothing of the engine's services and are styled by {@code parts.css} through semantic tokens alone. Every
 * screen may use them.
 */
package io.tidemark.ui.part;
