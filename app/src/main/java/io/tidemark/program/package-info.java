/**
 * Running foreign programs safely: an argument list and never a shell, a clean environment, bounded time and output. One
 * runner, and a class for each program.
 */
package io.tidemark.program;
