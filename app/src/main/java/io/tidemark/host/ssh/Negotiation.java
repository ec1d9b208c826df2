package io.tidemark.host.ssh;

import java.util.Arrays;
import java.util.List;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.transport.NegotiatedAlgorithms;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.transport.verification.AlgorithmsVerifier;

/**
 * What two sides agreed on, and whether that is good enough. Without strict key exchange (OpenSSH's PROTOCOL, section
 * 1.10) an attacker on the way can drop the first messages under ChaCha20-Poly1305 and encrypt-then-MAC: CVE-2023-48795.
 * Used by sshj's reading thread, read by the one that connects.
 */
final class Negotiation implements AlgorithmsVerifier {

    private static final String STRICT = "kex-strict-s-v00@openssh.com";
    private static final int COOKIE = 16;

    private volatile NegotiatedAlgorithms agreed;
    private volatile byte[] shown;
    private volatile boolean first = true;
    private volatile boolean strict;
    private volatile boolean weak;

    @Override
    public boolean verify(NegotiatedAlgorithms algorithms) {
        agreed = algorithms;
        return true;
    }

    /** The host's list of algorithms (SSH_MSG_KEXINIT, RFC 4253 section 7.1). */
    void listed(byte[] message) throws TransportException {
        if (first) {
            strict = exchanges(message).contains(STRICT);
            first = false;
        }
        weak = !strict && needsStrict(agreed);
        if (weak) {
            throw new TransportException(DisconnectReason.KEY_EXCHANGE_FAILED, "no strict key exchange");
        }
    }

    /** The host key as it came. */
    void shown(byte[] blob) {
        shown = blob;
    }

    /** The bytes of the host key that the host proved to own; null before it did. */
    byte[] shown() {
        return shown;
    }

    /** What the two sides agreed on last; null before they did. */
    NegotiatedAlgorithms agreed() {
        return agreed;
    }

    /** Whether the connection was given up because the host does not do strict key exchange. */
    boolean weak() {
        return weak;
    }

    private static boolean needsStrict(NegotiatedAlgorithms agreed) {
        return needsStrict(agreed.getClient2ServerCipherAlgorithm())
                || needsStrict(agreed.getServer2ClientCipherAlgorithm());
    }

    /** GCM carries its own proof, with a counter that does not depend on the messages before. */
    private static boolean needsStrict(String cipher) {
        return !cipher.endsWith("-gcm@openssh.com");
    }

    private static List<String> exchanges(byte[] message) throws TransportException {
        try {
            Fields fields = new Fields(message);
            fields.take(1 + COOKIE);
            return Arrays.asList(fields.text().split(","));
        } catch (BadKey e) {
            throw new TransportException(DisconnectReason.PROTOCOL_ERROR, e.getMessage());
        }
    }
}
