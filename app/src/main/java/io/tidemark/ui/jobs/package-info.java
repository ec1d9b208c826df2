/**
 * The page of all jobs: what runs, what waits and for what, what is over; with progress, throughput, log, and the
 * commands to pause, cancel and run again. {@link io.tidemark.ui.jobs.JobsModel} samples through the window's one
 * {@link io.tidemark.ui.JobWatch}. Made by the shell.
 */
package io.tidemark.ui.jobs;
