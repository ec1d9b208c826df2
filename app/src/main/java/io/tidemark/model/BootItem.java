package io.tidemark.model;

/**
 * One part of a version's boot set.
 *
 * @param role kernel, initramfs, modloop, Xen …
 * @param name package name or path
 * @param version package version, empty for a plain file
 * @param digest {@code sha256:…} of the file, or the identity that the index gives the package; several are divided by
 *     blanks
 */
public record BootItem(BootRole role, String name, String version, String digest) {}
