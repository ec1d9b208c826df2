package io.tidemark.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestCodecTest {

    private static final String HEADER = "{\"tidemark\":\"manifest\",\"format\":1}\n";
    private static final String SHA = "a".repeat(64);
    private static final String GOOD = file("a", "0444", "5");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsBackWhatItWrote(long seed) throws Exception {
        List<ManifestEntry> entries = new ManifestSamples(seed).entries(3000);
        assertEquals(entries, ManifestSamples.Packed.of(entries).read());
    }

    @Test
    void writesTheDocumentedText() throws Exception {
        List<ManifestEntry> entries = List.of(
                new ManifestEntry(EntryPath.of("main"), ManifestEntry.Type.DIRECTORY, 0755, 0, "", ""),
                new ManifestEntry(EntryPath.of("main.b"), ManifestEntry.Type.SYMLINK, 0777, 0, "", "a\"b"),
                new ManifestEntry(EntryPath.of("main/é"), ManifestEntry.Type.FILE, 0444, 12, SHA, ""),
                new ManifestEntry(
                        EntryPath.ofBytes(new byte[] {'n', (byte) 0xff}), ManifestEntry.Type.FILE, 04755, 0, SHA, ""));
        String text = HEADER
                + "{\"path\":\"main\",\"type\":\"directory\",\"mode\":\"0755\"}\n"
                + "{\"path\":\"main.b\",\"type\":\"symlink\",\"target\":\"a\\\"b\"}\n"
                + "{\"path\":\"main/é\",\"type\":\"file\",\"mode\":\"0444\",\"size\":12,\"sha256\":\"" + SHA + "\"}\n"
                + "{\"path\":\"n\\\\xff\",\"type\":\"file\",\"mode\":\"4755\",\"size\":0,\"sha256\":\"" + SHA + "\"}\n";
        ManifestSamples.Packed packed = ManifestSamples.Packed.of(entries);
        assertEquals(text, new String(Zstd.decompress(packed.bytes(), 10_000), UTF_8));
        assertEquals(HexFormat.of().formatHex(Sha256.start().digest(text.getBytes(UTF_8))), packed.root());
    }

    @Test
    void refusesToWriteOutOfOrder() throws Exception {
        assertThrows(
                IllegalArgumentException.class,
                () -> ManifestSamples.Packed.of(List.of(ManifestSamples.file("b", 1), ManifestSamples.file("a", 2))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{}",
                " {\"path\":\"a\",\"type\":\"directory\",\"mode\":\"0755\"}",
                "{\"path\":\"a\",\"type\":\"directory\",\"mode\":\"0755\"} ",
                "{\"path\":\"a\",\"type\":\"directory\",\"mode\":\"755\"}",
                "{\"path\":\"a\",\"type\":\"directory\",\"mode\":\"0758\"}",
                "{\"path\":\"a\",\"type\":\"directory\",\"mode\":\"0755\",\"size\":0}",
                "{\"path\":\"a\",\"type\":\"device\",\"mode\":\"0755\"}",
                "{\"type\":\"directory\",\"path\":\"a\",\"mode\":\"0755\"}",
                "{\"path\":\"\",\"type\":\"directory\",\"mode\":\"0755\"}",
                "{\"path\":\".\",\"type\":\"directory\",\"mode\":\"0755\"}",
                "{\"path\":\"a/../b\",\"type\":\"directory\",\"mode\":\"0755\"}",
                "{\"path\":\"..\",\"type\":\"directory\",\"mode\":\"0755\"}",
                "{\"path\":\"/a\",\"type\":\"directory\",\"mode\":\"0755\"}",
                "{\"path\":\"a/\",\"type\":\"directory\",\"mode\":\"0755\"}",
                "{\"path\":\"a//b\",\"type\":\"directory\",\"mode\":\"0755\"}",
                "{\"path\":\"a\\\\x00\",\"type\":\"directory\",\"mode\":\"0755\"}",
                "{\"path\":\"a\\\\x2f..\",\"type\":\"directory\",\"mode\":\"0755\"}",
                "{\"path\":\"\\\\x2e\\\\x2e\",\"type\":\"directory\",\"mode\":\"0755\"}",
                "{\"path\":\"\\\\xFF\",\"type\":\"directory\",\"mode\":\"0755\"}",
                "{\"path\":\"\\\\xf\",\"type\":\"directory\",\"mode\":\"0755\"}",
                "{\"path\":\"\\\\y41\",\"type\":\"directory\",\"mode\":\"0755\"}",
                "{\"path\":\"\\u0061\",\"type\":\"directory\",\"mode\":\"0755\"}",
                "{\"path\":\"a\\n\",\"type\":\"directory\",\"mode\":\"0755\"}",
                "{\"path\":\"a\t\",\"type\":\"directory\",\"mode\":\"0755\"}",
                "{\"path\":\"a\\",
                "{\"path\":\"a\",\"type\":\"symlink\",\"target\":\"\"}",
                "{\"path\":\"a",
            })
    void refusesLinesThatAreNotCanonical(String line) throws Exception {
        assertDamaged(HEADER + line + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "-1", "+1", "1.0", "1e3", "", " 1", "1234567890123456789"})
    void refusesSizesThatAreNotCanonical(String size) throws Exception {
        assertDamaged(HEADER + file("a", "0444", size));
    }

    @Test
    void refusesWrongOrderDuplicatesAndCutText() throws Exception {
        read(HEADER + GOOD);
        assertDamaged(HEADER + file("b", "0444", "1") + GOOD);
        assertDamaged(HEADER + GOOD + GOOD);
        assertDamaged(HEADER + GOOD.substring(0, GOOD.length() - 1));
        assertDamaged(HEADER + GOOD.replace(SHA, "A".repeat(64)));
        assertDamaged(HEADER + GOOD.replace(SHA, "a".repeat(63)));
        assertDamaged(GOOD);
        assertDamaged("");
    }

    @Test
    void refusesBytesThatAreNoUtf8() throws Exception {
        assertDamaged((HEADER + GOOD.replace("\"a\"", "\"a\u00ff\"")).getBytes(ISO_8859_1));
    }

    @Test
    void refusesNamesAndLinesThatAreTooLong() throws Exception {
        read(HEADER + file("n".repeat(255), "0444", "1"));
        assertDamaged(HEADER + file("n".repeat(256), "0444", "1"));
        assertDamaged(HEADER + file(("n".repeat(250) + "/").repeat(17) + "n", "0444", "1"));
        assertDamaged(HEADER + file("n".repeat(50_000), "0444", "1"));
        assertDamaged(HEADER + file("n".repeat(3_000_000), "0444", "1"));
    }

    @Test
    void refusesAnotherRootDigest() throws Exception {
        ManifestSamples.Packed packed = ManifestSamples.Packed.of(new ManifestSamples(1).entries(10));
        assertCode("store.manifest", new ManifestSamples.Packed(packed.bytes(), SHA));
    }

    @Test
    void refusesNewerFormats() throws Exception {
        for (String format : List.of("2", "10", "999")) {
            ProblemException e = assertCode("store.format", packed(HEADER.replace(":1}", ":" + format + "}")));
            assertTrue(format.startsWith(e.problem().args().get("format")));
        }
    }

    @Test
    void refusesAnyDamagedOrTruncatedFile() throws Exception {
        ManifestSamples.Packed packed = ManifestSamples.Packed.of(new ManifestSamples(2).entries(40));
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            byte[] bytes = packed.bytes().clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            refusesOrReadsTheSame(bytes, packed);
        }
        for (int length = 0; length < packed.bytes().length; length += 7) {
            byte[] cut = Arrays.copyOf(packed.bytes(), length);
            assertThrows(ProblemException.class, () -> new ManifestSamples.Packed(cut, packed.root()).read());
        }
    }

    /** A flipped bit in the frame's header may say nothing about the content. */
    private static void refusesOrReadsTheSame(byte[] bytes, ManifestSamples.Packed packed) throws ProblemException {
        List<ManifestEntry> read = new ArrayList<>();
        try {
            read.addAll(new ManifestSamples.Packed(bytes, packed.root()).read());
        } catch (ProblemException e) {
            assertEquals("store.manifest", e.problem().code());
            return;
        }
        assertEquals(packed.read(), read);
    }

    @Test
    void refusesADecompressionBombWithinLittleMemory() throws Exception {
        byte[] bomb = packed("", '\0', 300);
        assertTrue(bomb.length < 100_000);
        assertCode("store.manifest", new ManifestSamples.Packed(bomb, SHA));
        byte[] endlessLine = packed(HEADER + "{\"path\":\"", 'a', 100);
        assertCode("store.manifest", new ManifestSamples.Packed(endlessLine, SHA));
    }

    /** A text and then one character, mebibytes of it; never unpacked in memory here. */
    private static byte[] packed(String head, char filler, int mebibytes) throws IOException {
        byte[] piece = String.valueOf(filler).repeat(1 << 20).getBytes(UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream plain = new ZstdOutputStream(packed)) {
            plain.write(head.getBytes(UTF_8));
            for (int i = 0; i < mebibytes; i++) {
                plain.write(piece);
            }
        }
        return packed.toByteArray();
    }

    private static String file(String path, String mode, String size) {
        return "{\"path\":\"" + path + "\",\"type\":\"file\",\"mode\":\"" + mode + "\",\"size\":" + size
                + ",\"sha256\":\"" + SHA + "\"}\n";
    }

    private static void assertDamaged(String text) throws Exception {
        assertDamaged(text.getBytes(UTF_8));
    }

    private static void assertDamaged(byte[] text) throws Exception {
        assertCode("store.manifest", packed(text));
    }

    private static void read(String text) throws Exception {
        assertEquals(1, packed(text).read().size());
    }

    private static ManifestSamples.Packed packed(String text) {
        return packed(text.getBytes(UTF_8));
    }

    private static ManifestSamples.Packed packed(byte[] text) {
        String root = HexFormat.of().formatHex(Sha256.start().digest(text));
        return new ManifestSamples.Packed(Zstd.compress(text), root);
    }

    private static ProblemException assertCode(String code, ManifestSamples.Packed packed) {
        ProblemException e = assertThrows(ProblemException.class, packed::read);
        assertEquals(code, e.problem().code());
        assertEquals("1.0", e.problem().args().get("object"));
        return e;
    }
}
