package io.tidemark.kind.alpine;

import java.util.List;

/** Files that stand beside a release image: sums, and a detached signature. */
final class Sibling {

    static final List<String> SUFFIXES = List.of(".sha256", ".sha512", ".sha1", ".asc");

    private Sibling() {}

    /**
     * What is promised of a sibling: sums in the algorithm of the image's own identity must repeat it, of the others only
     * the form can be checked.
     */
    static String identity(String suffix, String fileName, String imageIdentity) {
        String algorithm = suffix.substring(1);
        if (imageIdentity.startsWith(algorithm + ":")) {
            return Identity.sum(imageIdentity.substring(algorithm.length() + 1), fileName);
        }
        return suffix.equals(".asc") ? Identity.armor(imageIdentity) : Identity.sumOf(imageIdentity, fileName);
    }
}
