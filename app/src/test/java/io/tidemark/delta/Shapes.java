package io.tidemark.delta;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Pairs of images as chance makes them: of every kind of content, and changed in every way. The same for the same seed. */
final class Shapes {

    private final Random random;

    Shapes(long seed) {
        this.random = new Random(seed);
    }

    /** An old and a new image. */
    record Pair(byte[] old, byte[] image) {}

    /** The next pair; sizes are mostly small and seldom larger than {@code most}. */
    Pair next(int most) {
        byte[] old = content(size(most));
        return switch (random.nextInt(8)) {
            case 0 -> new Pair(old, content(size(most)));
            case 1 -> new Pair(old, old.clone());
            case 2 -> new Pair(edited(old), old);
            default -> new Pair(old, edited(old));
        };
    }

    private int size(int most) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(4);
            case 1 -> random.nextInt(200);
            case 2 -> random.nextInt(Math.max(1, most / 16));
            default -> random.nextInt(Math.max(1, most));
        };
    }

    private byte[] content(int size) {
        byte[] bytes = new byte[size];
        switch (random.nextInt(6)) {
            case 0 -> {}
            case 1 -> fill(bytes, 2);
            case 2 -> period(bytes, 1 + random.nextInt(100));
            case 3 -> islands(bytes);
            default -> random.nextBytes(bytes);
        }
        return bytes;
    }

    private void fill(byte[] bytes, int values) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt(values);
        }
    }

    private void period(byte[] bytes, int period) {
        byte[] pattern = new byte[period];
        random.nextBytes(pattern);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = pattern[i % period];
        }
    }

    /** Zeros with one random byte in about a hundred. */
    private void islands(byte[] bytes) {
        for (int i = random.nextInt(100); i < bytes.length; i += 1 + random.nextInt(200)) {
            bytes[i] = (byte) random.nextInt();
        }
    }

    private byte[] edited(byte[] old) {
        byte[] image = old.clone();
        int edits = 1 + random.nextInt(12);
        for (int i = 0; i < edits; i++) {
            image = edit(image);
        }
        return image;
    }

    private byte[] edit(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int length = random.nextInt(Math.min(bytes.length - from, 1 + random.nextInt(20_000)) + 1);
        byte[] fresh = content(random.nextInt(1 + random.nextInt(5_000)));
        return switch (random.nextInt(6)) {
            case 0 -> join(bytes, from, from, fresh);
            case 1 -> join(bytes, from, from + length, new byte[0]);
            case 2 -> join(bytes, from, from + length, fresh);
            case 3 -> moved(bytes, from, length);
            case 4 -> sprinkled(bytes);
            default -> join(bytes, from, from, Arrays.copyOfRange(bytes, from, from + length));
        };
    }

    private byte[] moved(byte[] bytes, int from, int length) {
        byte[] part = Arrays.copyOfRange(bytes, from, from + length);
        byte[] rest = join(bytes, from, from + length, new byte[0]);
        int to = random.nextInt(rest.length + 1);
        return join(rest, to, to, part);
    }

    private byte[] sprinkled(byte[] bytes) {
        byte[] result = bytes.clone();
        int step = 1 + random.nextInt(400);
        for (int i = 0; i < result.length; i += 1 + random.nextInt(step)) {
            result[i] = (byte) random.nextInt();
        }
        return result;
    }

    private static byte[] join(byte[] bytes, int end, int start, byte[] between) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, end);
        out.writeBytes(between);
        out.write(bytes, start, bytes.length - start);
        return out.toByteArray();
    }
}
