/**
 * Image repositories on this machine: takes images in, makes the deltas between them with a pool of workers, and publishes
 * images, deltas and the documents that clients read. What an image repository looks like is its kind's affair; every change
 * of the published tree goes through the store. The use cases call it.
 */
package io.tidemark.engine.image;
