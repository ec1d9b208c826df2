/**
 * The journals of all repositories on one page, newest first, narrowed by words and by repository.
 * {@link io.tidemark.ui.activity.ActivityModel} reads them; made by the shell.
 */
package io.tidemark.ui.activity;
