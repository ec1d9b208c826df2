/**
 * Work that takes time: jobs, their progress, cancellation, what they need and wait for, and the threads they run on.
 * The engine and everything below it is handed a {@link io.tidemark.job.JobContext} and never makes threads of its own.
 * Uses only the model.
 */
package io.tidemark.job;
