package io.tidemark.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Small makers of bytes: gzip members, digests, seeded content. */
final class Bytes {

    private Bytes() {}

    /** One gzip member (RFC 1952) without name and time, so that equal content gives equal bytes. */
    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2 + 64);
        out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3});
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(plain);
        deflater.finish();
        byte[] buffer = new byte[16384];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        CRC32 crc = new CRC32();
        crc.update(plain);
        little(out, crc.getValue());
        little(out, plain.length);
        return out.toByteArray();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(String algorithm, byte[] content) {
        return HexFormat.of().formatHex(digest(algorithm, content));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Content that differs for each seed text and deflates to about two thirds, as programs do. */
    static byte[] content(String seedText, int length) {
        SplittableRandom random = random(seedText);
        byte[] content = new byte[length];
        int dense = length * 5 / 8;
        byte[] noise = new byte[dense];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, content, 0, dense);
        byte[] line = utf8(seedText + " ships with the demonstration upstream\n");
        for (int i = dense; i < length; i++) {
            content[i] = line[(i - dense) % line.length];
        }
        return content;
    }

    /** A generator that depends on nothing but a text. */
    static SplittableRandom random(String seedText) {
        byte[] digest = digest("SHA-256", utf8(seedText));
        long seed = 0;
        for (int i = 0; i < 8; i++) {
            seed = seed << 8 | digest[i] & 0xff;
        }
        return new SplittableRandom(seed);
    }

    private static void little(ByteArrayOutputStream out, long value) {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write((int) (value >>> shift));
        }
    }
}
