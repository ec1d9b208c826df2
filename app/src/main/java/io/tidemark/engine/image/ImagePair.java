package io.tidemark.engine.image;

/** An ordered pair of images, by id: a delta turns {@code from} into {@code to}. */
public record ImagePair(String from, String to) {}
