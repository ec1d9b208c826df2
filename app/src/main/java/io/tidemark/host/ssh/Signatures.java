package io.tidemark.host.ssh;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import java.io.IOException;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.signature.Signature;

/** Signatures by keys on the wire, of the kinds that we accept: RSA only with SHA-2 (RFC 8332). */
final class Signatures {

    private static final Map<String, List<String>> BY_KEY = Map.of(
            "ssh-ed25519", List.of("ssh-ed25519"),
            "ecdsa-sha2-nistp256", List.of("ecdsa-sha2-nistp256"),
            "ecdsa-sha2-nistp384", List.of("ecdsa-sha2-nistp384"),
            "ecdsa-sha2-nistp521", List.of("ecdsa-sha2-nistp521"),
            "ssh-rsa", List.of("rsa-sha2-512", "rsa-sha2-256"));

    private Signatures() {}

    /** The kinds of signatures that a type of key may make, best first; none for types that we do not use. */
    static List<String> kinds(String keyType) {
        return BY_KEY.getOrDefault(keyType, List.of());
    }

    /** The algorithm of a kind. */
    static KeyAlgorithm algorithm(String kind) {
        return factories().stream()
                .filter(one -> one.getName().equals(kind))
                .findFirst()
                .orElseThrow()
                .create();
    }

    /**
     * Checks a signature.
     *
     * @throws BadKey if it is not that key's signature of these bytes
     */
    static void check(HostKey key, byte[] signed, byte[] signature) throws BadKey {
        String kind = new Fields(signature).text();
        if (!kinds(key.type()).contains(kind)) {
            throw new BadKey("a signature of kind " + kind + " by a key of type " + key.type());
        }
        Signature verifier = algorithm(kind).newSignature();
        try {
            verifier.initVerify(publicKey(key));
            verifier.update(signed);
            if (!verifier.verify(signature)) {
                throw new BadKey("a signature that is not good");
            }
        } catch (SSHRuntimeException e) {
            throw new BadKey("a signature that cannot be read");
        }
    }

    private static PublicKey publicKey(HostKey key) throws BadKey {
        try {
            return new Buffer.PlainBuffer(key.blob()).readPublicKey();
        } catch (IOException | SSHRuntimeException e) {
            throw new BadKey("a key that cannot be read");
        }
    }

    private static List<KeyAlgorithms.Factory> factories() {
        return List.of(
                KeyAlgorithms.EdDSA25519(),
                KeyAlgorithms.ECDSASHANistp256(),
                KeyAlgorithms.ECDSASHANistp384(),
                KeyAlgorithms.ECDSASHANistp521(),
                KeyAlgorithms.RSASHA512(),
                KeyAlgorithms.RSASHA256());
    }
}
