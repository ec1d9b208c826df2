package io.tidemark.host.ssh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hosts that a line of {@code known_hosts} or a block of the configuration is about: names with {@code *} and
 * {@code ?}, those behind a {@code !} taken out again, or the hash of one name (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT).
 *
 * @param text as it stands in the file
 */
record HostPatterns(String text) {

    private static final String HASHED = "|1|";
    private static final Pattern BETWEEN = Pattern.compile("[, \t]+");
    private static final String DIGEST = "HmacSHA1";

    /** Whether they name a host, upper and lower case being the same. */
    boolean match(String host) {
        String wanted = host.toLowerCase(Locale.ROOT);
        if (hashed()) {
            return hashes(wanted);
        }
        boolean found = false;
        for (String pattern : BETWEEN.split(text.toLowerCase(Locale.ROOT))) {
            boolean not = pattern.startsWith("!");
            boolean matches = glob(not ? pattern.substring(1) : pattern, wanted);
            if (matches && not) {
                return false;
            }
            found |= matches;
        }
        return found;
    }

    /** Whether the name cannot be read. */
    boolean hashed() {
        return text.startsWith("|");
    }

    /** The hash of a name, with salt. */
    static String hash(String host, byte[] salt) {
        Base64.Encoder base64 = Base64.getEncoder();
        return HASHED + base64.encodeToString(salt) + "|" + base64.encodeToString(digest(host, salt));
    }

    private boolean hashes(String host) {
        String[] parts = text.split("\\|", -1);
        if (!text.startsWith(HASHED) || parts.length != 4) {
            return false;
        }
        try {
            byte[] salt = Base64.getDecoder().decode(parts[2]);
            byte[] hash = Base64.getDecoder().decode(parts[3]);
            return salt.length > 0 && MessageDigest.isEqual(hash, digest(host, salt));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static byte[] digest(String host, byte[] salt) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(new SecretKeySpec(salt, DIGEST));
            return mac.doFinal(host.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a pattern of {@code *} and {@code ?} matches a whole name; takes time in proportion to both. */
    static boolean glob(String pattern, String name) {
        int p = 0;
        int star = -1;
        int mark = 0;
        for (int n = 0; n < name.length(); ) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = n;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
