/**
 * The kind for OSTree repositories: rpm-ostree systems with a repository for development and one for production, Flatpak
 * repositories, and any other single one. Formats are read here in plain Java (libostree's ostree-core.c and GLib's GVariant),
 * bounded and checked against their names; what writes a repository is the program {@code ostree}.
 */
package io.tidemark.kind.ostree;
