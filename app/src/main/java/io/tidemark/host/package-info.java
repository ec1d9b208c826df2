/**
 * Other machines: how they are reached, checked, provisioned and published to. Only {@code host.ssh} speaks SSH. Uses
 * model, job, program, store and source.
 */
package io.tidemark.host;
