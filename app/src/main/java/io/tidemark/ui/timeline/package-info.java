/**
 * The timeline of a repository: versions and channel lanes against time, on a canvas that draws only what is visible, with
 * its ruler, zoom and mini-map. The model holds no nodes; the repository page binds to it. Colours come from
 * {@code timeline.css} as styleable properties.
 */
package io.tidemark.ui.timeline;
