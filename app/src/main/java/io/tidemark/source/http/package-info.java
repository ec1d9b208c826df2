/**
 * A small HTTP/1.1 client (RFC 9112) that bounds everything by its own wall clock: look-up, connect, handshake, headers,
 * silence and slowness of a body. One attempt for one request; redirects, retries and ranges are the business of
 * {@link io.tidemark.source}, its only user. It is our own because the platform's client lets a body take for ever and
 * costs ten times the processor time for small files.
 */
package io.tidemark.source.http;
