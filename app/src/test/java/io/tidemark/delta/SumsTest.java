package io.tidemark.delta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sums of signatures and of the search. */
class SumsTest {

    @Test
    void weakSumsAreThoseOfLibrsync() {
        assertEquals(0x00000001, sum(WeakSum.RABIN_KARP, ""));
        assertEquals(0x08104286, sum(WeakSum.RABIN_KARP, "a"));
        assertEquals(0x66298923, sum(WeakSum.RABIN_KARP, "abc"));
        assertEquals(0x96dca2fd, sum(WeakSum.RABIN_KARP, "mirror block one"));
        assertEquals(0x00000000, sum(WeakSum.ROLLSUM, ""));
        assertEquals(0x00800080, sum(WeakSum.ROLLSUM, "a"));
        assertEquals(0x03040183, sum(WeakSum.ROLLSUM, "abc"));
        assertEquals(0x46210818, sum(WeakSum.ROLLSUM, "mirror block one"));
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        assertEquals(0xc1972381, WeakSum.RABIN_KARP.of(all, 0, all.length));
        assertEquals(0x3a009e80, WeakSum.ROLLSUM.of(all, 0, all.length));
    }

    private static int sum(WeakSum kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return kind.of(bytes, 0, bytes.length);
    }

    @Test
    void rollingAndShrinkingGiveWhatTheBytesGive() {
        byte[] bytes = new byte[3_000];
        new Random(3).nextBytes(bytes);
        for (WeakSum kind : WeakSum.values()) {
            int count = 700;
            int power = WeakSum.power(count);
            int sum = kind.of(bytes, 0, count);
            for (int i = 0; i + count < bytes.length; i++) {
                sum = kind.roll(sum, count, power, bytes[i], bytes[i + count]);
                assertEquals(kind.of(bytes, i + 1, count), sum);
            }
            sum = kind.of(bytes, 0, count);
            for (int i = 0; i < count; i++) {
                sum = kind.shrink(sum, count - i, power, bytes[i]);
                power = WeakSum.shrunk(power);
                assertEquals(kind.of(bytes, i + 1, count - i - 1), sum);
            }
        }
    }

    @Test
    void theSearchSumRollsToo() {
        byte[] bytes = new byte[500];
        new Random(4).nextBytes(bytes);
        long sum = Rolling.of(bytes, 0);
        for (int i = 0; i + Rolling.WINDOW < bytes.length; i++) {
            sum = sum * Rolling.BASE + bytes[i + Rolling.WINDOW] - bytes[i] * Rolling.LEAVING;
            assertEquals(Rolling.of(bytes, i + 1), sum);
        }
        byte[] same = new byte[Rolling.WINDOW];
        Arrays.fill(same, (byte) -7);
        assertEquals(Rolling.ofConstant((byte) -7), Rolling.of(same, 0));
    }

    @Test
    void signaturesOfThreeBytesAreKnown(@TempDir Path directory) throws Exception {
        try (Bench bench = new Bench(directory, 1)) {
            bench.write("abc".getBytes(StandardCharsets.US_ASCII), new byte[0]);
            SignatureForm form = new SignatureForm(WeakSum.RABIN_KARP, StrongSum.BLAKE2, 16, 32);
            String blake = "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319";
            assertEquals("72730147" + "00000010" + "00000020" + "66298923" + blake, hex(bench.sign(form)));
            form = new SignatureForm(WeakSum.ROLLSUM, StrongSum.MD4, 16, 16);
            String md4 = "a448017aaf21d8525fc10ae87aa6729d";
            assertEquals("72730136" + "00000010" + "00000010" + "03040183" + md4, hex(bench.sign(form)));
        }
    }

    @Test
    void blocksGrowWithTheFileAsRdiffsDo() {
        assertEquals(256, SignatureForm.ordinary(100_000).block());
        assertEquals(256, SignatureForm.ordinary(0).block());
        assertEquals(24_448, SignatureForm.ordinary(600_000_000).block());
    }

    @Test
    void aDamagedSignatureIsRefused(@TempDir Path directory) throws Exception {
        String good = "72730147" + "00000010" + "00000020";
        for (String bad : new String[] {
            "",
            "727301",
            "72730148" + good.substring(8),
            "72730147" + "00000000" + "00000020",
            good.replace("20", "21"),
            good + "00"
        }) {
            Path file =
                    Files.write(directory.resolve("signature"), HexFormat.of().parseHex(bad));
            Files.write(directory.resolve("new"), new byte[10]);
            try (Bench bench = new Bench(directory, 1)) {
                ProblemException refused = assertThrows(ProblemException.class, () -> bench.makeFrom(file), bad);
                assertEquals("delta.signature", refused.problem().code());
            }
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
