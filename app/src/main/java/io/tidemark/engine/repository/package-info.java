/**
 * What views and changes share: opening a repository by path or name with the kind that reads it, choosing the version
 * that a new one builds on, asking upstream, remembering what it said. Used only inside the engine.
 */
package io.tidemark.engine.repository;
