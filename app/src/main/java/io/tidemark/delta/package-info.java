/**
 * Binary deltas in the format of rdiff (librsync): made by direct comparison of two images, applied under limits, verified,
 * read, and planned; also its signatures, and control files by which other programs fetch parts of an image. Works on paths it is given and knows nothing of repositories. Kinds and the
 * engine call it.
 */
package io.tidemark.delta;
