/**
 * Ways to fetch from an upstream: HTTP and HTTPS, rsync by its own protocol or by SSH, FTP, and local directories. A source
 * bounds everything it does: time, bytes, redirects, entries. It writes into no repository; callers take the bytes, or hand
 * out a place where a program may put them. Uses model, job and program.
 */
package io.tidemark.source;
