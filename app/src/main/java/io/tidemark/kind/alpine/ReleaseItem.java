package io.tidemark.kind.alpine;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * One release file as {@code latest-releases.yaml} describes it, checked.
 *
 * @param identity {@code sha256:…} or {@code sha512:…}, empty where the list gives neither
 * @param size bytes, -1 where the list does not say
 */
record ReleaseItem(String version, String flavor, String arch, String file, long size, String identity) {

    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,199}");
    private static final Pattern VERSION = Pattern.compile("[0-9][0-9A-Za-z._-]{0,63}");

    static ReleaseItem of(Map<String, String> fields) throws Malformed {
        String file = fields.getOrDefault("file", fields.getOrDefault("iso", ""));
        String version = fields.getOrDefault("version", "");
        if (!FILE.matcher(file).matches() || !VERSION.matcher(version).matches()) {
            throw new Malformed(
                    "alpine.releases.name", "file: " + Malformed.quote(file) + " version: " + Malformed.quote(version));
        }
        String flavor = fields.getOrDefault("flavor", "");
        return new ReleaseItem(
                version, flavor, fields.getOrDefault("arch", ""), file, size(fields.get("size")), identity(fields));
    }

    private static long size(String text) throws Malformed {
        if (text == null) {
            return -1;
        }
        if (!text.matches("[0-9]{1,15}")) {
            throw releases("size is not a number: " + Malformed.quote(text));
        }
        return Long.parseLong(text);
    }

    /** SHA-256 first: processors help with it, and the manifest has it too. */
    private static String identity(Map<String, String> fields) throws Malformed {
        for (String name : new String[] {"sha256", "sha512"}) {
            String hex = fields.get(name);
            if (hex != null) {
                int length = name.equals("sha256") ? 64 : 128;
                if (!hex.matches("[0-9a-f]{" + length + "}")) {
                    throw releases(name + " is not a digest: " + Malformed.quote(hex));
                }
                return Identity.digest(name, hex);
            }
        }
        return "";
    }

    static Malformed releases(String reason) {
        return new Malformed("alpine.releases.format", reason);
    }
}
