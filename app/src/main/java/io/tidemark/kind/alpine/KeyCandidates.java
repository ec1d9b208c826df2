package io.tidemark.kind.alpine;

import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds public keys that upstream itself offers: in its package {@code alpine-keys} and under {@code keys/}. What is found
 * there is trusted by nobody yet; it lets a person see fingerprints. Looked up at most once, and only when needed.
 */
final class KeyCandidates {

    private static final int LARGEST_PACKAGE = 4 << 20;
    private static final int LARGEST_CONTENT = 16 << 20;
    private static final int MOST_FILES = 500;
    private static final Pattern KEY_FILE = Pattern.compile(
            "(?:\\./)?(?:etc/apk/keys|usr/share/apk/keys(?:/[A-Za-z0-9_]+)?)/([A-Za-z0-9][A-Za-z0-9@._+-]*\\.pub)");

    private final Fetch fetch;
    private final List<SignedIndex> indexes;
    private List<AlpineKey> packaged;

    KeyCandidates(Fetch fetch, List<SignedIndex> indexes) {
        this.fetch = fetch;
        this.indexes = indexes;
    }

    /** The keys of that file name that upstream offers. */
    List<AlpineKey> named(String name) throws InterruptedException {
        if (packaged == null) {
            packaged = readPackages();
        }
        List<AlpineKey> found = new ArrayList<>(
                packaged.stream().filter(key -> key.name().equals(name)).toList());
        try {
            byte[] pem = fetch.source().read("keys/" + name, 1 << 16, fetch.job());
            AlpineKey.parse(name, pem).ifPresent(found::add);
        } catch (ProblemException notOffered) {
            return found;
        }
        return found;
    }

    private List<AlpineKey> readPackages() throws InterruptedException {
        List<AlpineKey> keys = new ArrayList<>();
        for (SignedIndex index : indexes) {
            for (IndexEntry entry : index.entries()) {
                if (entry.name().equals("alpine-keys")) {
                    keys.addAll(readPackage(index.section() + "/" + entry.fileName()));
                }
            }
        }
        return keys;
    }

    private List<AlpineKey> readPackage(String path) throws InterruptedException {
        try {
            return keys(fetch.file(path, LARGEST_PACKAGE).bytes());
        } catch (ProblemException | Malformed offersNothing) {
            return List.of();
        }
    }

    /** The public keys in the bytes of a package. */
    static List<AlpineKey> keys(byte[] apk) throws Malformed {
        List<AlpineKey> keys = new ArrayList<>();
        for (Gunzip.Member member : Gunzip.members(apk, LARGEST_CONTENT)) {
            for (TarFiles.TarFile file : TarFiles.read(member.plain(), MOST_FILES)) {
                Matcher matcher = KEY_FILE.matcher(file.name());
                if (matcher.matches()) {
                    AlpineKey.parse(matcher.group(1), file.content()).ifPresent(keys::add);
                }
            }
        }
        return keys;
    }
}
