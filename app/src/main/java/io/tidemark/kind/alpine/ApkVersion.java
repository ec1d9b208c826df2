package io.tidemark.kind.alpine;

import io.tidemark.kind.alpine.VersionTokens.Token;

/**
 * A package version in the grammar of apk-tools 3, {@code digits{.digits}{letter}{_suffix{digits}}{~hash}{-rN}}, and its
 * order. The order looks at meaning and not at text, so versions that are written differently may compare as equal.
 *
 * @param text as the index says it
 */
record ApkVersion(String text) implements Comparable<ApkVersion> {

    /** Whether the text follows the grammar to its end. */
    boolean valid() {
        VersionTokens tokens = new VersionTokens(text);
        while (tokens.token() != Token.END && tokens.token() != Token.INVALID) {
            tokens.next();
        }
        return tokens.token() == Token.END;
    }

    /** Token by token; where the kinds of token part, pre-releases are smaller and else the longer version is greater. */
    @Override
    public int compareTo(ApkVersion other) {
        VersionTokens left = new VersionTokens(text);
        VersionTokens right = new VersionTokens(other.text);
        while (left.token() == right.token() && left.token().ordinal() < Token.END.ordinal()) {
            int difference = left.compareValue(right);
            if (difference != 0) {
                return difference;
            }
            left.next();
            right.next();
        }
        if (left.token() == right.token()) {
            return 0;
        } else if (left.preRelease()) {
            return -1;
        } else if (right.preRelease()) {
            return 1;
        }
        return right.token().compareTo(left.token());
    }

    @Override
    public String toString() {
        return text;
    }
}
