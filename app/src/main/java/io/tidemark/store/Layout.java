package io.tidemark.store;

/** The names of what lies in {@code .tidemark/}. */
final class Layout {

    /** The directory of our own in every repository. */
    static final String OWN = ".tidemark";

    /** Settings. */
    static final String CONFIG = "repository.json";

    /** Holds by channel, apart from the settings so that lifting one never rewrites them. */
    static final String HOLDS = "holds.json";

    /** What happened. */
    static final String JOURNAL = "journal.jsonl";

    /** What the name of a broken journal begins with that was set aside. */
    static final String JOURNAL_ASIDE = "journal.broken-";

    /** The kernel's lock; opened by nobody but the one who takes it. */
    static final String LOCK = "lock";

    /** Who holds the lock. */
    static final String HOLDER = "holder.json";

    /** The operation under way. */
    static final String INTENT = "intent";

    /** State and log of jobs; the engine's. */
    static final String JOBS = "jobs";

    /** Which versions each series has, where versions are files of one flat tree. */
    static final String SERIES = "series.json";

    /** Finished files that wait for being published. */
    static final String PRODUCTS = "products";

    /** Trees being built, one for each staged version. */
    static final String STAGING = "staging";

    /** In a staged version's directory: the tree that becomes the version. */
    static final String TREE = "tree";

    /** What is known of versions. */
    static final String VERSIONS = "versions";

    /** Deleted things on their way out. */
    static final String TRASH = "trash";

    /** Small files by other people's names. */
    static final String NOTES = "notes";

    /** Texts that versions are composed of. */
    static final String RECIPES = "recipes";

    /** Below those: what they said before. */
    static final String HISTORY = "history";

    /** Small files and links being made, before they are renamed into their place. */
    static final String TEMPORARY = "tmp";

    /** Room for rollbacks on a full disk. */
    static final String RESERVE = "reserve";

    /** In a version's directory: its record. */
    static final String RECORD = "version.json";

    private Layout() {}
}
