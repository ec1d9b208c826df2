package io.tidemark.engine.repository;

import io.tidemark.model.PinnedKey;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys that a repository trusts. A fingerprint that a person trusted before its key was ever seen stands among them
 * without a name and without a key, until upstream shows the key.
 */
public final class Keys {

    private static final int LARGEST = 1 << 16;
    private static final int MOST = 200;
    private static final String PREFIX = "SHA256:";
    private static final Pattern FINGERPRINT = Pattern.compile("(?i)(sha256:)?([0-9a-f]{2}:?){31}[0-9a-f]{2}");

    private Keys() {}

    /** Keys that are trusted when they are met. */
    public static List<PinnedKey> toMeet(Collection<String> given) throws ProblemException {
        return fingerprints(given).stream()
                .map(fingerprint -> new PinnedKey("", fingerprint, ""))
                .toList();
    }

    /**
     * Fingerprints as people give them, several in one text too.
     *
     * @throws ProblemException {@code plan.fingerprint} naming what is none
     */
    public static List<String> fingerprints(Collection<String> given) throws ProblemException {
        List<String> fingerprints = new ArrayList<>();
        for (String text : given) {
            for (String each : text.strip().split("[,\\s]+")) {
                if (!FINGERPRINT.matcher(each).matches()) {
                    throw new ProblemException(Problem.of("plan.fingerprint", Problem.Category.USAGE, "object", each));
                }
                fingerprints.add(each);
            }
        }
        return fingerprints;
    }

    /** Fingerprints trusted whose keys were not seen yet. */
    public static List<String> expected(List<PinnedKey> keys) {
        return keys.stream()
                .filter(key -> key.pem().isEmpty())
                .map(PinnedKey::fingerprint)
                .toList();
    }

    /** Keys that are known. */
    public static List<PinnedKey> known(List<PinnedKey> keys) {
        return keys.stream().filter(key -> !key.pem().isEmpty()).toList();
    }

    /** Both lists together; a new key takes the place of its fingerprint and of a key of its own name stays beside it. */
    public static List<PinnedKey> and(List<PinnedKey> keys, List<PinnedKey> more) {
        Map<String, PinnedKey> all = new LinkedHashMap<>();
        keys.forEach(key -> all.put(plain(key.fingerprint()), key));
        more.forEach(key -> all.put(plain(key.fingerprint()), key));
        return List.copyOf(all.values());
    }

    /**
     * Reads the public keys ({@code *.pub}, PEM) of a directory.
     *
     * @throws ProblemException {@code plan.keys} naming what cannot be read as a key
     */
    public static List<PinnedKey> read(String directory) throws ProblemException {
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            List<PinnedKey> keys = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".pub"))
                    .sorted()
                    .limit(MOST)
                    .toList()) {
                keys.add(key(file));
            }
            if (keys.isEmpty()) {
                throw unreadable(directory, null);
            }
            return keys;
        } catch (IOException | InvalidPathException e) {
            throw unreadable(directory, e);
        }
    }

    private static PinnedKey key(Path file) throws ProblemException, IOException {
        if (Files.size(file) > LARGEST) {
            throw unreadable(file.toString(), null);
        }
        String pem = Files.readString(file);
        try {
            String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            byte[] der = Base64.getDecoder().decode(body);
            return new PinnedKey(file.getFileName().toString(), PREFIX + sha256(der), pem);
        } catch (IllegalArgumentException notBase64) {
            throw unreadable(file.toString(), notBase64);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String plain(String fingerprint) {
        String text = fingerprint.strip().toLowerCase(java.util.Locale.ROOT);
        return text.startsWith("sha256:") ? text.substring(PREFIX.length()) : text;
    }

    private static ProblemException unreadable(String object, Exception cause) {
        return new ProblemException(Problem.of("plan.keys", Problem.Category.USAGE, "object", object), cause);
    }
}
