/**
 * The page Deltas of a repository with images or commits: every ordered pair in a matrix, the plan with its budget, and the
 * workers that are making deltas. Models hold no nodes; the matrix is one canvas. Colours come from {@code deltas.css}.
 */
package io.tidemark.ui.deltas;
