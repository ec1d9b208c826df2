/**
 * The page of a block map: which parts of an image changed since another, drawn over the whole image as one small picture,
 * with the cell under the keyboard, the totals and the files that changed most. The model holds no nodes.
 */
package io.tidemark.ui.blocks;
