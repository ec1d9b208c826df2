/**
 * The demonstration: an upstream made up on the spot, signed and built like a real one, and what a repository for thin
 * clients holds beside it. The same seed makes the same bytes on the same JDK. Command line and tests build from here;
 * nothing below uses it.
 */
package io.tidemark.demo;
