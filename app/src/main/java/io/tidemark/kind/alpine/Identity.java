package io.tidemark.kind.alpine;

import io.tidemark.kind.ContentCheck;
import io.tidemark.kind.SizeCheck;
import io.tidemark.kind.WantedFile;
import io.tidemark.source.Entry;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is promised of a file's content, as text. The text alone is enough to check the bytes later:
 *
 * <ul>
 *   <li>{@code Q1…:SIZE} a package by its index
 *   <li>{@code sha256:HEX}, {@code sha512:HEX} a file by its digest
 *   <li>{@code sum:HEX:NAME} a file of sums that names another file's digest; HEX is empty where that digest is known in
 *       another algorithm only, which then stands behind the name
 *   <li>{@code armor:…} a detached OpenPGP signature of the file with that digest; only its form is checked
 *   <li>{@code list:SIZE:MINUTES} a file of which only the directory listing is known; some servers list whole minutes
 * </ul>
 */
final class Identity {

    private static final String SUM = "sum:";
    private static final String ARMOR = "armor:";
    private static final String LIST = "list:";

    private Identity() {}

    static String digest(String algorithm, String hex) {
        return algorithm + ":" + hex;
    }

    static String sum(String hex, String fileName) {
        return SUM + hex + ":" + fileName;
    }

    /** A file of sums of the file with that identity, in another algorithm. */
    static String sumOf(String identity, String fileName) {
        return SUM + ":" + fileName + ":" + identity;
    }

    static String armor(String ofIdentity) {
        return ARMOR + ofIdentity;
    }

    /** The identity of a listed file; empty where the listing says neither size nor time. */
    static String listed(Entry entry) {
        return listed(entry.size(), entry.modified());
    }

    static String listed(long size, Optional<Instant> modified) {
        return modified.isEmpty() ? "" : LIST + size + ":" + modified.get().getEpochSecond() / 60;
    }

    /** A check for the bytes of a wanted file. */
    static ContentCheck check(WantedFile wanted) {
        String identity = wanted.identity();
        if (identity.startsWith("sha256:") || identity.startsWith("sha512:")) {
            return digestCheck(wanted, identity);
        } else if (identity.startsWith(SUM)) {
            String[] parts = identity.split(":", 4);
            return new TextCheck(wanted, text -> namesSum(text, parts[1], parts[2]));
        } else if (identity.startsWith(ARMOR)) {
            return new TextCheck(wanted, text -> text.startsWith("-----BEGIN PGP "));
        } else if (identity.isEmpty() || identity.startsWith(LIST)) {
            return new SizeCheck(wanted);
        }
        return ApkChecksum.parse(identity.substring(0, identity.lastIndexOf(':')))
                .<ContentCheck>map(checksum -> new PackageCheck(wanted, checksum))
                .orElseGet(() -> new SizeCheck(wanted));
    }

    private static ContentCheck digestCheck(WantedFile wanted, String identity) {
        String algorithm = identity.startsWith("sha256:") ? "SHA-256" : "SHA-512";
        return new DigestCheck(wanted, algorithm, HexFormat.of().parseHex(identity.substring(7)));
    }

    /** The build script sums the path it was given, so a directory may stand before the name. */
    private static boolean namesSum(String text, String hex, String fileName) {
        String digest = hex.isEmpty() ? "[0-9a-f]{40,128}" : hex;
        Pattern line = Pattern.compile(digest + "[ \\t]+[*]?([^ ]*/)?" + Pattern.quote(fileName));
        return text.lines()
                .map(String::strip)
                .anyMatch(each -> line.matcher(each).matches());
    }
}
