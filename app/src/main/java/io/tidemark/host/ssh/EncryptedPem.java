package io.tidemark.host.ssh;

import java.io.IOException;
import java.io.StringReader;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** Encrypted keys of PKCS #8 (RFC 5958). sshj opens them with the JDK, which knows no passphrases outside of ASCII. */
final class EncryptedPem {

    private static final String BEGIN = "-----BEGIN ENCRYPTED PRIVATE KEY-----";

    private EncryptedPem() {}

    /** Whether a file holds one. */
    static boolean is(String text) {
        return text.contains(BEGIN);
    }

    /** The same key without encryption, as PEM, for the library's reader. */
    static String open(String text, char[] passphrase) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            if (!(parser.readObject() instanceof PKCS8EncryptedPrivateKeyInfo encrypted)) {
                throw new IOException("no encrypted key");
            }
            PrivateKeyInfo key = encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(passphrase));
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (PKCSException | OperatorException wrong) {
            throw new IOException(wrong);
        }
    }
}
