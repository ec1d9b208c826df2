package io.tidemark.kind;

/**
 * What the file name of an image says.
 *
 * @param id the name of the version: the file name without its suffix
 * @param file the file name
 * @param prefix what stands before the stamp
 * @param stamp time of the build as it stands in the name, UTC
 * @param arch what stands behind the stamp, without the suffix
 * @param version the digits of the stamp; by them images are ordered
 */
public record ImageName(String id, String file, String prefix, String stamp, String arch, String version) {}
