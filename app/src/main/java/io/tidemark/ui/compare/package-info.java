/**
 * Two versions side by side: what clients boot from first, then packages and files, and a report to take away. The
 * models hold properties and commands; the views bind to them. Files are asked for in pages, so that a million changes
 * cost no more than a screenful. The shell opens the page; nobody else uses this package.
 */
package io.tidemark.ui.compare;
