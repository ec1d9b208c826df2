package io.tidemark.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What a kind recorded of a version, beside its record: {@code facts} and {@code identities}, JSON compressed by zstd. */
final class SealedFacts {

    static final String FACTS = "facts";
    static final String IDENTITIES = "identities";

    private static final int FORMAT = 1;
    private static final int LARGEST = 1 << 28;
    private static final int LARGEST_TEXT = 1 << 30;

    private SealedFacts() {}

    /** The file {@code facts}. */
    record Facts(int format, VersionFacts facts) {}

    /** The file {@code identities}. */
    record Identities(int format, Map<String, String> identities) {}

    static byte[] facts(VersionFacts facts) {
        return Zstd.compress(Json.write(new Facts(FORMAT, facts)), ManifestFormat.COMPRESSION);
    }

    static byte[] identities(Map<String, String> identities) {
        return Zstd.compress(Json.write(new Identities(FORMAT, identities)), ManifestFormat.COMPRESSION);
    }

    static VersionFacts readFacts(Home home, String version) throws ProblemException {
        Optional<Facts> found = read(home, version, FACTS, Facts.class);
        return found.map(Facts::facts).orElseGet(VersionFacts::none);
    }

    static Map<String, String> readIdentities(Home home, String version) throws ProblemException {
        Optional<Identities> found = read(home, version, IDENTITIES, Identities.class);
        return found.map(Identities::identities).orElseGet(Map::of);
    }

    /** Replaces both; each is durable on return. */
    static void write(Home home, String version, VersionFacts facts, Map<String, String> identities)
            throws ProblemException {
        try (Dir dir = home.dir(Layout.VERSIONS + "/" + version)) {
            home.replace(dir, FACTS, facts(facts));
            home.replace(dir, IDENTITIES, identities(identities));
        }
    }

    private static <T> Optional<T> read(Home home, String version, String name, Class<T> type) throws ProblemException {
        if (new Records(home).find(version).isEmpty()) {
            return Optional.empty();
        }
        try (Dir dir = home.dir(Layout.VERSIONS + "/" + version)) {
            Optional<byte[]> packed = home.read(dir, name, LARGEST);
            String path = dir.path(Disk.raw(name));
            return packed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Json.read(unpack(packed.get(), path), type, FORMAT, path));
        }
    }

    private static byte[] unpack(byte[] packed, String path) throws ProblemException {
        try (var in = new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(packed))
                .setLongMax(ManifestFormat.WINDOW + 4)) {
            byte[] text = in.readNBytes(LARGEST_TEXT);
            if (text.length == LARGEST_TEXT) {
                throw new IOException("more than " + LARGEST_TEXT + " bytes");
            }
            return text;
        } catch (IOException e) {
            throw Json.damaged(path, e);
        }
    }
}
