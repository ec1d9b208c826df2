/**
 * The small embedded web server: publishes trees over plain HTTP/1.1 for a quick test, for the demonstration and for
 * benchmarks. It reads and never writes, and shows what any web server pointed at the same directory would show, except
 * that dot files do not exist for it. Started by the engine; tests use it as an upstream.
 */
package io.tidemark.serve;
