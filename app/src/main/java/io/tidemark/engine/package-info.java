/**
 * The use cases, as a few service interfaces that window and command line share: plan and run operations, read what is
 * there, keep jobs, look after the workspace, serve. Arguments and results are records that can travel as JSON. Methods
 * block, can be interrupted, and are safe for all threads. May use everything below but texts.
 */
package io.tidemark.engine;
