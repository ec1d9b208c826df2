/**
 * What all use cases share when they plan and report: plans as they grow, the conditions that several operations have in
 * common, outcomes, and the equivalent command line. Used by the packages of the engine that carry operations out.
 */
package io.tidemark.engine.plan;
