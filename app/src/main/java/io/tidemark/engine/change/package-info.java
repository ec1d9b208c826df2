/**
 * One class for each thing that can be done to a repository: it says what it would do, and does it under the lock. Every
 * change is planned again under the lock before it is carried out, so that what happens is what the plan says. Used only
 * inside the engine.
 */
package io.tidemark.engine.change;
