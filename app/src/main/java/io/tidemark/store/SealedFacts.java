package io.tidemark.store;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a kind recorded of a version, beside its record: {@code facts} and {@code identities}, JSON compressed by gzip, which
 * Java brings along: these are read by nearly every command, and getting zstd ready takes longer than reading them. Those
 * that were compressed by zstd are read as well.
 */
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
        return pack(Json.write(new Facts(FORMAT, facts)));
    }

    static byte[] identities(Map<String, String> identities) {
        return pack(Json.write(new Identities(FORMAT, identities)));
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

    private static byte[] pack(byte[] text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(text.length / 4);
        try (GZIPOutputStream out = new Fast(packed)) {
            out.write(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }

    private static final class Fast extends GZIPOutputStream {

        Fast(OutputStream target) throws IOException {
            super(target, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static byte[] unpack(byte[] packed, String path) throws ProblemException {
        try (InputStream in = open(packed)) {
            byte[] text = in.readNBytes(LARGEST_TEXT);
            if (text.length == LARGEST_TEXT) {
                throw new IOException("more than " + LARGEST_TEXT + " bytes");
            }
            return text;
        } catch (IOException e) {
            throw Json.damaged(path, e);
        }
    }

    private static InputStream open(byte[] packed) throws IOException {
        InputStream in = new ByteArrayInputStream(packed);
        boolean gzip = packed.length > 1 && packed[0] == (byte) 0x1f && packed[1] == (byte) 0x8b;
        return gzip
                ? new GZIPInputStream(in, 1 << 16)
                : new ZstdInputStreamNoFinalizer(in).setLongMax(ManifestFormat.WINDOW + 4);
    }
}
