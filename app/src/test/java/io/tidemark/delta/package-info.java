/** Tests of deltas against their definition and against rdiff. */
package io.tidemark.delta;
