/**
 * Reads the tables of squashfs images of version 4 without mounting them: which file lies where in the image. Images are
 * hostile: every place is checked, sizes and counts are bounded, and whatever does not fit is refused. Only the kind Puavo
 * calls it; formats are those of the kernel's documentation of squashfs and of LZO.
 */
package io.tidemark.kind.puavo.squash;
