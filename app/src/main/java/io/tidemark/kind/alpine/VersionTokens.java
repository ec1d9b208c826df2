package io.tidemark.kind.alpine;

import java.util.List;

/**
 * Walks through the tokens of a package version, from its first one on. Rules of apk-tools 3 ({@code version.c}); runs in
 * time proportional to the text, whatever the text.
 */
final class VersionTokens {

    /** Kinds of token in the order of their rank: where two versions part, the higher rank is the smaller version. */
    enum Token {
        FIRST_NUMBER,
        NUMBER,
        LETTER,
        SUFFIX,
        SUFFIX_NUMBER,
        HASH,
        REVISION,
        END,
        INVALID
    }

    /** In their order; a version without suffix stands between {@code rc} and {@code cvs}. */
    private static final List<String> SUFFIXES = List.of("alpha", "beta", "pre", "rc", "cvs", "svn", "git", "hg", "p");

    private static final int LAST_PRE_RELEASE = 3;

    private final String text;
    private int at;
    private Token token;
    private String value = "";

    VersionTokens(String text) {
        this.text = text;
        digits(Token.FIRST_NUMBER);
    }

    Token token() {
        return token;
    }

    boolean preRelease() {
        return token == Token.SUFFIX && SUFFIXES.indexOf(value) <= LAST_PRE_RELEASE;
    }

    /** Compares the values of two tokens of the same kind. */
    int compareValue(VersionTokens other) {
        return switch (token) {
            case FIRST_NUMBER, SUFFIX_NUMBER, REVISION -> numbers(value, other.value);
            case NUMBER ->
                value.startsWith("0") || other.value.startsWith("0")
                        ? value.compareTo(other.value)
                        : numbers(value, other.value);
            case SUFFIX -> Integer.compare(SUFFIXES.indexOf(value), SUFFIXES.indexOf(other.value));
            case LETTER, HASH -> value.compareTo(other.value);
            case END, INVALID -> 0;
        };
    }

    /** Goes on to the next token; stays at the end and at what is not valid. */
    void next() {
        if (token == Token.INVALID || at == text.length()) {
            token = token == Token.INVALID ? token : Token.END;
            return;
        }
        char c = text.charAt(at);
        if (c >= 'a' && c <= 'z') {
            letter();
        } else if (c >= '0' && c <= '9') {
            after(Token.SUFFIX, Token.SUFFIX, () -> digits(Token.SUFFIX_NUMBER));
        } else {
            marked(c);
        }
    }

    private void marked(char mark) {
        at++;
        switch (mark) {
            case '.' -> after(Token.FIRST_NUMBER, Token.NUMBER, () -> digits(Token.NUMBER));
            case '_' -> after(Token.FIRST_NUMBER, Token.SUFFIX_NUMBER, this::suffix);
            case '~' -> after(Token.FIRST_NUMBER, Token.SUFFIX_NUMBER, this::hash);
            case '-' -> after(Token.FIRST_NUMBER, Token.HASH, this::revision);
            default -> token = Token.INVALID;
        }
    }

    /** Reads on if the token before is one of a range, else the version is not valid. */
    private void after(Token from, Token to, Runnable reader) {
        if (token.compareTo(from) < 0 || token.compareTo(to) > 0) {
            token = Token.INVALID;
        } else {
            reader.run();
        }
    }

    private void letter() {
        if (token.compareTo(Token.NUMBER) > 0) {
            token = Token.INVALID;
        } else {
            take(Token.LETTER, at + 1);
        }
    }

    private void digits(Token kind) {
        take(kind, span('0', '9', '0', '9'));
    }

    private void suffix() {
        take(Token.SUFFIX, span('a', 'z', 'a', 'z'));
        if (!SUFFIXES.contains(value)) {
            token = Token.INVALID;
        }
    }

    private void hash() {
        take(Token.HASH, span('0', '9', 'a', 'f'));
    }

    private void revision() {
        if (at < text.length() && text.charAt(at) == 'r') {
            at++;
            digits(Token.REVISION);
        } else {
            token = Token.INVALID;
        }
    }

    private void take(Token kind, int end) {
        value = text.substring(at, end);
        token = value.isEmpty() ? Token.INVALID : kind;
        at = end;
    }

    private int span(char from, char to, char orFrom, char orTo) {
        int end = at;
        while (end < text.length() && within(text.charAt(end), from, to, orFrom, orTo)) {
            end++;
        }
        return end;
    }

    private static boolean within(char c, char from, char to, char orFrom, char orTo) {
        return (c >= from && c <= to) || (c >= orFrom && c <= orTo);
    }

    /** Numbers of any length, by value. */
    private static int numbers(String a, String b) {
        String left = a.replaceFirst("^0+", "");
        String right = b.replaceFirst("^0+", "");
        int byLength = Integer.compare(left.length(), right.length());
        return byLength != 0 ? byLength : left.compareTo(right);
    }
}
