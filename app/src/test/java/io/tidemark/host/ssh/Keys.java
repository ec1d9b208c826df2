package io.tidemark.host.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Throwaway keys, made by ssh-keygen. */
public final class Keys {

    private Keys() {}

    /** A key pair without a passphrase. */
    public static Path make(Path dir, String name, String... how) throws Exception {
        return make(dir, name, "", how);
    }

    /** A key pair; {@code how} are options of ssh-keygen, Ed25519 unless they say otherwise. */
    static Path make(Path dir, String name, String passphrase, List<String> how) throws Exception {
        Path file = Files.createDirectories(dir).resolve(name);
        List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q", "-C", name, "-f", file.toString()));
        command.addAll(List.of("-N", passphrase));
        command.addAll(how.isEmpty() ? List.of("-t", "ed25519") : how);
        run(command);
        return file;
    }

    private static Path make(Path dir, String name, String passphrase, String... how) throws Exception {
        return make(dir, name, passphrase, List.of(how));
    }

    /** The public half, as it stands in files: type and base64. */
    public static String pub(Path key) throws IOException {
        String[] words = Files.readString(key.resolveSibling(key.getFileName() + ".pub"))
                .strip()
                .split(" ");
        return words[0] + " " + words[1];
    }

    /** {@code SHA256:…} as ssh-keygen prints it. */
    public static String fingerprint(Path key) throws Exception {
        return run(List.of("ssh-keygen", "-l", "-f", key.toString())).split(" ")[1];
    }

    /** Runs a program to its end, which must be good; what it said. */
    static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + said);
        }
        return said;
    }
}
