package io.tidemark.host.ssh;

import com.hierynomus.sshj.userauth.keyprovider.OpenSSHKeyV1KeyFile;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.userauth.keyprovider.FileKeyProvider;
import net.schmizz.sshj.userauth.keyprovider.PKCS8KeyFile;
import net.schmizz.sshj.userauth.password.PasswordUtils;

/**
 * A file that holds a private key: OpenSSH's own format, or PEM (PKCS #1, PKCS #8, SEC 1).
 *
 * @param path where it is
 * @param text its content, which stays encrypted if it was
 * @param encrypted whether a passphrase is needed
 * @param known the public half, where the file or its neighbour {@code .pub} tells it without a passphrase
 */
record KeyFile(Path path, String text, boolean encrypted, Optional<HostKey> known) {

    private static final int LARGEST = 1 << 16;
    private static final String OPENSSH = "OPENSSH PRIVATE KEY-----";
    private static final String MAGIC = "openssh-key-v1\0";

    /**
     * Reads the file; the key is not opened yet.
     *
     * @throws ProblemException {@code ssh.key} if it cannot be read or holds no private key
     */
    static KeyFile read(Path path) throws ProblemException {
        try {
            if (Files.size(path) > LARGEST) {
                throw new IOException("larger than " + LARGEST + " bytes");
            }
            String text = Files.readString(path, StandardCharsets.ISO_8859_1);
            if (!text.contains("PRIVATE KEY-----")) {
                throw new IOException("no private key");
            }
            return text.contains(OPENSSH) ? openSsh(path, text) : pem(path, text);
        } catch (IOException | BadKey | IllegalArgumentException e) {
            throw SshProblems.problem("ssh.key", Problem.Category.USAGE, path, e);
        }
    }

    /** Opens a key that needs no passphrase. */
    FileSigner open() throws ProblemException {
        try {
            return open(null, new Identity.InFile(path));
        } catch (IOException e) {
            throw SshProblems.problem("ssh.key", Problem.Category.USAGE, path, e);
        }
    }

    /** Opens a key with its passphrase, which the caller wipes; empty if it is the wrong one. */
    Optional<FileSigner> open(char[] passphrase) {
        try {
            return Optional.of(open(passphrase, new Identity.OfPerson()));
        } catch (IOException wrong) {
            return Optional.empty();
        }
    }

    private FileSigner open(char[] passphrase, Identity identity) throws IOException {
        FileKeyProvider provider = text.contains(OPENSSH) ? new OpenSSHKeyV1KeyFile() : new PKCS8KeyFile();
        if (EncryptedPem.is(text)) {
            provider.init(new StringReader(EncryptedPem.open(text, passphrase)));
        } else if (passphrase == null) {
            provider.init(new StringReader(text));
        } else {
            provider.init(new StringReader(text), PasswordUtils.createOneOff(passphrase.clone()));
        }
        try {
            Buffer.PlainBuffer blob = new Buffer.PlainBuffer();
            blob.putPublicKey(provider.getPublic());
            return new FileSigner(HostKey.of(blob.getCompactData()), provider.getPrivate(), identity);
        } catch (SSHRuntimeException | BadKey e) {
            throw new IOException(e);
        }
    }

    private static KeyFile openSsh(Path path, String text) throws BadKey {
        String body = text.substring(text.indexOf(OPENSSH) + OPENSSH.length(), text.indexOf("-----END"));
        Fields fields = new Fields(Base64.getMimeDecoder().decode(body));
        byte[] magic = fields.take(MAGIC.length());
        if (!new String(magic, StandardCharsets.ISO_8859_1).equals(MAGIC)) {
            throw new BadKey("no key of OpenSSH");
        }
        boolean encrypted = !fields.text().equals("none");
        fields.bytes();
        fields.bytes();
        fields.number();
        return new KeyFile(path, text, encrypted, Optional.of(HostKey.of(fields.bytes())));
    }

    private static KeyFile pem(Path path, String text) {
        return new KeyFile(path, text, text.contains("ENCRYPTED"), neighbour(path));
    }

    private static Optional<HostKey> neighbour(Path path) {
        try {
            String[] words = Files.readString(path.resolveSibling(path.getFileName() + ".pub"))
                    .strip()
                    .split(" ");
            return words.length < 2
                    ? Optional.empty()
                    : Optional.of(HostKey.of(Base64.getDecoder().decode(words[1])));
        } catch (IOException | IllegalArgumentException | BadKey none) {
            return Optional.empty();
        }
    }
}
