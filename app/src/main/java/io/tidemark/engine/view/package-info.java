/**
 * Reading what is there: status and health, versions and timelines, comparisons. Nothing here changes a repository, and
 * everything works while somebody writes. Used only inside the engine.
 */
package io.tidemark.engine.view;
