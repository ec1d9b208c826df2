package io.tidemark.campaign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Two squashfs images, LZO as Puavo builds them, of a real tree of this machine, a few percent of whose files differ: some
 * replaced, some with bytes inserted, changed or added, some gone, some new.
 */
final class SampleImages {

    private static final long ENOUGH = 1_300_000_000L;
    private static final int CHANGED_PERCENT = 4;
    private static final List<String> SOURCES =
            List.of("/usr/lib/jvm", "/usr/lib/x86_64-linux-gnu", "/usr/share", "/usr/lib", "/usr/bin");

    private SampleImages() {}

    /** Makes {@code old.img} and {@code new.img} in a directory; takes some minutes. */
    static List<Path> make(Path work) throws IOException, InterruptedException {
        Path tree = Files.createDirectory(work.resolve("tree"));
        long bytes = 0;
        for (String source : SOURCES) {
            if (bytes < ENOUGH && Files.isDirectory(Path.of(source))) {
                Path target = tree.resolve(source.substring(1).replace('/', '-'));
                Peer.run(work, List.of("cp", "-a", source, target.toString()));
                bytes = size(tree);
            }
        }
        Path old = image(work, tree, "old.img");
        change(tree, new Random(1));
        Path image = image(work, tree, "new.img");
        Peer.run(work, List.of("rm", "-rf", tree.toString()));
        return List.of(old, image);
    }

    /** Makes a series of images, each a few percent different from the one before, in a directory of their own. */
    static Path makeSeries(Path work, int count, String before, String behind)
            throws IOException, InterruptedException {
        Path tree = Files.createDirectory(work.resolve("tree"));
        Path images = Files.createDirectory(work.resolve("images"));
        long bytes = 0;
        for (String source : SOURCES) {
            if (bytes < ENOUGH / 2 && Files.isDirectory(Path.of(source))) {
                Path target = tree.resolve(source.substring(1).replace('/', '-'));
                Peer.run(work, List.of("cp", "-a", source, target.toString()));
                bytes = size(tree);
            }
        }
        Random random = new Random(1);
        for (int i = 1; i <= count; i++) {
            image(work, tree, images.resolve(before + i + behind).toString());
            change(tree, random);
        }
        Peer.run(work, List.of("rm", "-rf", tree.toString()));
        return images;
    }

    private static Path image(Path work, Path tree, String name) throws IOException, InterruptedException {
        Peer.run(work, List.of("mksquashfs", tree.toString(), name, "-comp", "lzo", "-noappend", "-no-progress"));
        return work.resolve(name);
    }

    private static long size(Path tree) throws IOException {
        long bytes = 0;
        for (Path file : files(tree)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static List<Path> files(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            List<Path> files = new ArrayList<>(all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList());
            files.sort(null);
            return files;
        }
    }

    private static void change(Path tree, Random random) throws IOException {
        for (Path file : files(tree)) {
            if (random.nextInt(100) < CHANGED_PERCENT) {
                edit(file, random);
            }
        }
    }

    private static void edit(Path file, Random random) throws IOException {
        int size = (int) Math.min(Files.size(file), 50_000_000);
        byte[] text = ("Version 1." + random.nextInt(1000) + "\n").getBytes(StandardCharsets.US_ASCII);
        switch (random.nextInt(6)) {
            case 0 -> Files.delete(file);
            case 1 -> Files.write(file.resolveSibling(file.getFileName() + ".new"), fresh(size, random));
            case 2 -> patch(file, size / 2, text);
            case 3 -> Files.write(file, text, StandardOpenOption.APPEND);
            case 4 -> Files.write(file, fresh(size, random));
            default -> insert(file, size / 3, text);
        }
    }

    /** Words that compress as programs and texts do. */
    private static byte[] fresh(int size, Random random) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i % 7 < 3 ? random.nextInt(256) : 'a' + i % 23);
        }
        return bytes;
    }

    private static void patch(Path file, int at, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), at);
        }
    }

    private static void insert(Path file, int at, byte[] bytes) throws IOException {
        byte[] all = Files.readAllBytes(file);
        try (var out = Files.newOutputStream(file)) {
            out.write(all, 0, at);
            out.write(bytes);
            out.write(Arrays.copyOfRange(all, at, all.length));
        }
    }
}
