package io.tidemark.host.ssh;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.store.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The file that a person's new host keys are added to. What stands in it already stays, byte for byte. */
final class KnownHostsFile {

    private static final int MODE = 0600;
    private static final int SALT = 20;

    private final Path file;

    KnownHostsFile(Path file) {
        this.file = file;
    }

    /** Adds the key of a host; the name is hashed where the file hides names already. Durable on return. */
    void add(String name, HostKey key) throws ProblemException {
        makeDirectory();
        String old = new String(KnownHosts.bytes(file), StandardCharsets.ISO_8859_1);
        boolean hidden = old.startsWith("|1|") || old.contains("\n|1|");
        String line = (hidden ? HostPatterns.hash(name, salt()) : name) + " " + key.type() + " " + key.base64() + "\n";
        String between = old.isEmpty() || old.endsWith("\n") ? "" : "\n";
        new DurableFile(file).replace((old + between + line).getBytes(StandardCharsets.ISO_8859_1), MODE);
    }

    private void makeDirectory() throws ProblemException {
        try {
            if (!Files.exists(file.getParent())) {
                Files.createDirectories(
                        file.getParent(),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw SshProblems.problem("ssh.known-hosts", Problem.Category.STORAGE, file, e);
        }
    }

    private static byte[] salt() {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        return salt;
    }
}
