package io.tidemark.model;

import java.util.Optional;

/**
 * The person in front of the console, as hosts ask for what no file may hold. Called on the thread that opens a
 * connection, or on one that reads its answers; takes as long as the person takes. A console without a person answers
 * with nothing.
 */
public interface Asking {

    /**
     * A password, a passphrase, or the answer to a question of a host. The caller wipes the characters after use;
     * whoever answers keeps no copy.
     *
     * @return empty if the person will not say
     */
    Optional<char[]> secret(SecretQuestion question);

    /** Whether the person has compared the fingerprint with one from the host's keeper, and trusts it. */
    boolean trust(HostKeyQuestion question);

    /** Nobody: gives no secrets and trusts nothing. */
    static Asking nobody() {
        return new Asking() {
            @Override
            public Optional<char[]> secret(SecretQuestion question) {
                return Optional.empty();
            }

            @Override
            public boolean trust(HostKeyQuestion question) {
                return false;
            }
        };
    }
}
