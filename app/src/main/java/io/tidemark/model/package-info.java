/**
 * Immutable records and sealed types that name what Tidemark works with. Nothing here does input or output, and nothing
 * here knows a screen, a language or a file format; everything here can travel as JSON. Every other package may use it.
 */
package io.tidemark.model;
