/**
 * Git mirrors. A version is a whole bare repository that any web server can serve as plain files: branches and tags as they
 * were, and packs of objects that it shares with the versions before. The program {@code git} fetches into a scratch place
 * and compares; it never writes into a version. Only the list of kinds knows this package.
 */
package io.tidemark.kind.git;
