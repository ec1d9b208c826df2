package io.tidemark.source;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A private authority that signs itself, made by the JDK's keytool. */
record Certificates(Path directory, String name) {

    private static final String PASSWORD = "changeit";

    /** Makes a certificate for these names, for example {@code ip:127.0.0.1}. */
    static Certificates make(Path directory, String name, String names) throws Exception {
        Certificates made = new Certificates(directory, name);
        keytool(
                "-genkeypair",
                "-keystore",
                made.store(),
                "-alias",
                "x",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-validity",
                "30",
                "-ext",
                "san=" + names,
                "-storepass",
                PASSWORD,
                "-keypass",
                PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-keystore",
                made.store(),
                "-alias",
                "x",
                "-file",
                made.pem(),
                "-storepass",
                PASSWORD);
        return made;
    }

    String pem() {
        return directory.resolve(name + ".pem").toString();
    }

    /** What a server needs to show this certificate. */
    SSLContext context() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(store()))) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private String store() {
        return directory.resolve(name + ".p12").toString();
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }
}
