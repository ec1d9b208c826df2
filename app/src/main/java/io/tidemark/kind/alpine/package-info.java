/**
 * The kind Alpine: signed package indexes, packages of apk version 2, release images, and what thin clients boot from.
 * Callers outside see only {@link io.tidemark.kind.alpine.AlpineKind}. Everything read from an upstream or a found tree
 * is hostile until checked: sizes, counts and names are bounded here.
 */
package io.tidemark.kind.alpine;
