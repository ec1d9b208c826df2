/**
 * Settings: how the console looks and speaks, what is in the workspace, and the settings of each repository, which are
 * saved by the operation {@code configure}. The models hold what is typed; made by the shell.
 */
package io.tidemark.ui.settings;
