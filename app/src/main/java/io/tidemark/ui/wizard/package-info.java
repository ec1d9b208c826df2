/**
 * The dialogs that change something: choose, read the plan, start, watch, see the verified result. Every operation runs
 * through the same flow; a wizard adds only its own option pages and a {@link io.tidemark.ui.wizard.Draft}. Rolling back
 * is one dialog of its own. The shell opens them through the interface {@code Wizards}; nobody else uses this package.
 */
package io.tidemark.ui.wizard;
