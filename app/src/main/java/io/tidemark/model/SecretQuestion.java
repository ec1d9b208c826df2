package io.tidemark.model;

/**
 * What a person is asked to type without seeing it.
 *
 * @param kind what is wanted
 * @param object whose: {@code user@host:port} for passwords and answers, the path of the file for passphrases
 * @param prompt what the host wants to know, with control characters escaped; empty for passwords and passphrases
 * @param attempt 1 for the first time, one more after each wrong answer
 * @param hidden whether the answer must not be shown; hosts may ask for things that are no secret
 */
public record SecretQuestion(Kind kind, String object, String prompt, int attempt, boolean hidden) {

    /** What is wanted. */
    public enum Kind {
        /** The password of an account on a host. */
        PASSWORD,
        /** The passphrase of a private key in a file of this machine. */
        PASSPHRASE,
        /** The answer to a question in the host's own words, for example a one-time code. */
        ANSWER
    }
}
