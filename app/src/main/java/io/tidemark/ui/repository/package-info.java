/**
 * The page of one repository: header with its state and the two everyday commands, the timeline, and the details of the
 * version picked there. {@link io.tidemark.ui.repository.RepositoryModel} holds what is known and asks the engine; the
 * views only bind. Made by the shell.
 */
package io.tidemark.ui.repository;
