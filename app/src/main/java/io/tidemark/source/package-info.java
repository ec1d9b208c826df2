/**
 * Ways to fetch from an upstream: HTTP and HTTPS, and local directories. A source bounds everything it does: time,
 * bytes, redirects, entries. It writes nothing; callers take the bytes. Uses model, job and program.
 */
package io.tidemark.source;
