package io.tidemark.engine.commit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** An OpenPGP key made for a test; its agent ends with it. */
public record KeyRing(Path home, String key, Path exported) implements AutoCloseable {

    public static KeyRing make(Path home) throws IOException, InterruptedException {
        Files.createDirectories(
                home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        gpg(home, "--passphrase", "", "--quick-gen-key", "Mirror <mirror@example.org>", "ed25519", "sign", "never");
        String key = gpg(home, "--with-colons", "--list-keys")
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .findFirst()
                .orElseThrow()
                .split(":")[9];
        Path exported = home.resolve("exported.gpg");
        gpg(home, "--output", exported.toString(), "--export", key);
        return new KeyRing(home, key, exported);
    }

    private static String gpg(Path home, String... words) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                "gpg", "--homedir", home.toString(), "--batch", "--no-tty", "--quiet", "--no-permission-warning"));
        command.addAll(List.of(words));
        return Client.Ran.mustDo(command);
    }

    @Override
    public void close() throws IOException {
        try {
            Client.Ran.mustDo(List.of("gpgconf", "--homedir", home.toString(), "--kill", "all"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
