package io.tidemark.engine.image;

/** The words in which the planner's reasons are said of commits. */
final class CommitWords {

    private CommitWords() {}

    /** The key of a text for commits in place of one for images; what is said of both stays. */
    static String of(String key) {
        return switch (key) {
            case "delta.reason.policy" -> "delta.reason.commit.policy";
            case "delta.reason.full.budget" -> "delta.reason.commit.budget";
            case "delta.reason.full.large" -> "delta.reason.commit.large";
            case "delta.reason.full.policy" -> "delta.reason.commit.none";
            default -> key;
        };
    }
}
