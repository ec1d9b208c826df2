package io.tidemark.store;

import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;
import io.tidemark.model.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Manifests made up from a seed, odd names among them, and their compressed bytes. */
final class ManifestSamples {

    private final Random random;

    ManifestSamples(long seed) {
        random = new Random(seed);
    }

    /** Entries in canonical order. */
    List<ManifestEntry> entries(int count) {
        TreeMap<EntryPath, ManifestEntry> entries = new TreeMap<>();
        while (entries.size() < count) {
            ManifestEntry entry = entry();
            entries.put(entry.path(), entry);
        }
        return new ArrayList<>(entries.values());
    }

    ManifestEntry entry() {
        EntryPath path = EntryPath.ofBytes(path());
        return switch (random.nextInt(5)) {
            case 0 -> new ManifestEntry(path, Type.DIRECTORY, random.nextInt(010000), 0, "", "");
            case 1 ->
                new ManifestEntry(
                        path,
                        Type.SYMLINK,
                        0777,
                        0,
                        "",
                        EntryPath.ofBytes(path()).text());
            default -> file(path, random.nextInt(4));
        };
    }

    ManifestEntry file(EntryPath path, int content) {
        long size = content == 0 ? 0 : random.nextLong() >>> 1 + random.nextInt(62) | 1;
        return new ManifestEntry(
                path,
                Type.FILE,
                random.nextInt(010000),
                Math.min(size, 999_999_999_999_999_999L),
                digest(content == 0 ? 0 : size),
                "");
    }

    static ManifestEntry file(String path, long content) {
        return new ManifestEntry(EntryPath.of(path), Type.FILE, 0444, content, digest(content), "");
    }

    static String digest(long content) {
        return HexFormat.of()
                .formatHex(Sha256.start().digest(Long.toString(content).getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] path() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int depth = 1 + random.nextInt(4);
        for (int i = 0; i < depth; i++) {
            out.writeBytes(i == 0 ? new byte[0] : new byte[] {'/'});
            out.writeBytes(name());
        }
        return out.toByteArray();
    }

    private byte[] name() {
        byte[] name = new byte[1 + random.nextInt(12)];
        boolean odd = random.nextInt(4) == 0;
        for (int i = 0; i < name.length; i++) {
            name[i] = odd ? (byte) (1 + random.nextInt(255)) : (byte) "abcdefgh.-_\"é".charAt(random.nextInt(12));
            if (name[i] == '/') {
                name[i] = 'x';
            }
        }
        boolean dots = new String(name, StandardCharsets.ISO_8859_1).matches("\\.\\.?");
        return dots ? new byte[] {'d'} : name;
    }

    /** A manifest in memory. */
    record Packed(byte[] bytes, String root) implements ManifestSource {

        static Packed of(List<ManifestEntry> entries) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ManifestWriter writer = new ManifestWriter(out);
            try (writer) {
                for (ManifestEntry entry : entries) {
                    writer.add(entry);
                }
            }
            return new Packed(out.toByteArray(), writer.root());
        }

        @Override
        public String version() {
            return "1.0";
        }

        @Override
        public ManifestText open() throws ProblemException {
            return new ManifestText("1.0", new ByteArrayInputStream(bytes), root);
        }

        List<ManifestEntry> read() throws ProblemException {
            List<ManifestEntry> entries = new ArrayList<>();
            try (ManifestReader reader = new ManifestReader("1.0", open())) {
                ManifestEntry entry = reader.next();
                while (entry != null) {
                    entries.add(entry);
                    entry = reader.next();
                }
            }
            return entries;
        }
    }
}
