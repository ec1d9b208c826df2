/**
 * The kind for repositories of Puavo OS images: one flat tree of squashfs images, a document for each series, a list of
 * checksums, and rdiff deltas between images, as the laptops and boot servers of Puavo read them. Formats are those of
 * {@code make-rdiffs.rake} and of the clients in puavo-os. Reached through {@link io.tidemark.kind.RepositoryKind} and
 * {@link io.tidemark.kind.ImageTree}.
 */
package io.tidemark.kind.puavo;
