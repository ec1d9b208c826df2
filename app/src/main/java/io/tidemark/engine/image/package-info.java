/**
 * Deltas on this machine: takes images in, makes the deltas between images or between commits with a pool of workers, and
 * publishes them with the documents that clients read. Matrix, budget and pool know what deltas lead between as a shelf only.
 * What such a repository looks like is its kind's affair; every change of the published tree goes through the store. The use
 * cases call it.
 */
package io.tidemark.engine.image;
