package io.tidemark.model;

/**
 * One package as an index lists it.
 *
 * @param section where it stands, for example {@code main/x86_64}
 * @param name package name
 * @param version package version, in the grammar of its kind
 * @param size bytes to download
 * @param origin the source package it was built from, possibly empty
 * @param identity what the index promises of its bytes, for example {@code Q1…}
 */
public record PackageInfo(String section, String name, String version, long size, String origin, String identity) {}
