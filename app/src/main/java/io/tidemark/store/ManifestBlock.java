package io.tidemark.store;

/** Some whole lines of a manifest's text. Travels between a reader that fills it and one that uses it up. */
final class ManifestBlock {

    static final int SIZE = 1 << 18;

    final byte[] bytes = new byte[SIZE];
    int length;

    /** Where the last whole line ends, 0 if there is none. */
    int wholeLines() {
        int at = length;
        while (at > 0 && bytes[at - 1] != '\n') {
            at--;
        }
        return at;
    }
}
