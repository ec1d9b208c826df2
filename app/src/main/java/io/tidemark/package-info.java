/**
 * Where the program starts. {@link io.tidemark.Main} decides between the command line and the window; the wiring beside it
 * calls every constructor by hand. Nothing else may depend on this package.
 */
package io.tidemark;
