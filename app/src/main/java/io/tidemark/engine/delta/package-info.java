/** The delta services of the engine on this machine: deltas and signatures of files that a person names. */
package io.tidemark.engine.delta;
