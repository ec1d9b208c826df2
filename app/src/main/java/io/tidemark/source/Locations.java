package io.tidemark.source;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Paths below an upstream's root: what is allowed in them, and how they stand in a URL (RFC 3986). */
final class Locations {

    private static final String UNRESERVED = "-._~/";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Locations() {}

    /** The location itself; refused when it could leave the root or hides something. */
    static String check(String location) throws ProblemException {
        if (!location.isEmpty()) {
            for (String name : location.split("/", -1)) {
                if (!validName(name)) {
                    throw refused(location);
                }
            }
        }
        return location;
    }

    /** Whether this can be the name of a file that we fetch. */
    static boolean validName(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.indexOf('/') < 0
                && !EntryPath.of(name).escaped()
                && name.getBytes(StandardCharsets.UTF_8).length <= 255;
    }

    /** Percent-encodes everything but unreserved characters; the plus sign too, which some servers take for a blank. */
    static String encode(String location) {
        StringBuilder out = new StringBuilder(location.length() + 16);
        for (byte b : location.getBytes(StandardCharsets.UTF_8)) {
            if (plain(b)) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX.toHexDigits(b));
            }
        }
        return out.toString();
    }

    /** A location of a name in a directory; the root is the empty directory. */
    static String join(String directory, String name) {
        return directory.isEmpty() ? name : directory + "/" + name;
    }

    private static boolean plain(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || UNRESERVED.indexOf(b) >= 0;
    }

    private static ProblemException refused(String location) {
        return new ProblemException(Problem.of(
                "upstream.location",
                Problem.Category.REFUSED,
                "object",
                EntryPath.of(location).text()));
    }
}
