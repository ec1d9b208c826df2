/**
 * The page of a mirror host: what was found there, its configuration beside what it should be, the versions that lie there,
 * and what clients must be told. Models hold no nodes. Colours come from {@code hosts.css}.
 */
package io.tidemark.ui.hosts;
