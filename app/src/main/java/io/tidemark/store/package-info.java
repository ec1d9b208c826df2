/**
 * Everything that changes the disk of a repository: durable files, layouts, staging, sealing, manifests, journal, lock,
 * intents and recovery. A version is sealed or it does not exist; a channel points at the old one or the new one. Code
 * outside this package writes only into places that a {@link io.tidemark.store.Staging} hands out. Uses model and job.
 */
package io.tidemark.store;
