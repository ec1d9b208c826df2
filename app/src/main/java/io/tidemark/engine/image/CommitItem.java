package io.tidemark.engine.image;

/**
 * A commit that deltas start from or lead to.
 *
 * @param at the repository in which it lies, relative to the whole; empty for the whole
 * @param commit its checksum
 * @param version what it publishes, empty where nobody knows
 */
record CommitItem(String at, String commit, String version) {

    private static final int BRIEF = 8;

    /** What it is called in matrix, plans and commands. */
    String id() {
        return id(at, commit);
    }

    static String id(String at, String commit) {
        return at.isEmpty() ? commit : at + "/" + commit;
    }

    /** The beginning of its checksum. */
    String brief() {
        return commit.substring(0, BRIEF);
    }

    /** Whether people mean it by a word: its id, its checksum or the beginning of that, or its version. */
    boolean called(String word) {
        return word.equals(id())
                || word.equals(version)
                || word.length() >= BRIEF && (commit.startsWith(word) || id().startsWith(word));
    }
}
