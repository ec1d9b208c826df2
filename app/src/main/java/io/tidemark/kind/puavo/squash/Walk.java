package io.tidemark.kind.puavo.squash;

import io.tidemark.job.JobContext;
import io.tidemark.kind.ImageLayout;
import io.tidemark.kind.ImageLayout.Owner;
import io.tidemark.kind.ImageLayout.Piece;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Goes through all directories of an image once and notes where each file lies. */
final class Walk {

    private static final int MOST_FILES = 4_000_000;
    private static final int DEEPEST = 200;
    private static final int PER_BLOCK = 512;
    private static final int FRAGMENT = 16;

    private final Head head;
    private final Tables tables;
    private final JobContext job;
    private final Map<Long, List<Owner>> shared = new HashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<String, Long> sizes = new HashMap<>();
    private int entries;

    Walk(Head head, Tables tables, JobContext job) {
        this.head = head;
        this.tables = tables;
        this.job = job;
    }

    ImageLayout layout() throws IOException, InterruptedException {
        if (!(inode(head.root() >> 16, (int) (head.root() & 0xffff)) instanceof Inode.Directory root)) {
            throw new IOException("the root is no directory");
        }
        walk(root, "", 0);
        for (Map.Entry<Long, List<Owner>> each : shared.entrySet()) {
            fragment(each.getKey(), each.getValue());
        }
        return ImageLayout.of(pieces, sizes);
    }

    private Inode inode(long block, int offset) throws IOException {
        return Inode.read(tables.at(head.inodes() + block, offset), head.block());
    }

    private void walk(Inode.Directory directory, String path, int depth) throws IOException, InterruptedException {
        job.checkpoint();
        if (depth > DEEPEST) {
            throw new IOException("directories are nested too deeply");
        }
        long left = directory.size() - 3;
        if (left <= 0) {
            return;
        }
        Tables.Cursor list = tables.at(head.directories() + directory.block(), directory.offset());
        while (left > 0) {
            long count = list.u32() + 1;
            long block = list.u32();
            list.skip(4);
            left -= 12;
            for (long i = 0; i < count; i++) {
                left -= entry(list, block, path, depth);
            }
        }
    }

    /** One entry of a directory; how many bytes of the list it took. */
    private int entry(Tables.Cursor list, long block, String path, int depth) throws IOException, InterruptedException {
        if (++entries > MOST_FILES) {
            throw new IOException("too many files");
        }
        int offset = list.u16();
        list.skip(4);
        int length = list.u16() + 1;
        String name = StandardCharsets.UTF_8.decode(list.take(length)).toString();
        String full = path.isEmpty() ? name : path + "/" + name;
        switch (inode(block, offset)) {
            case Inode.Directory below -> walk(below, full, depth + 1);
            case Inode.Plain file -> file(file, full);
            case Inode.Other _ -> {
                return 8 + length;
            }
        }
        return 8 + length;
    }

    private void file(Inode.Plain file, String path) {
        sizes.put(path, file.size());
        if (file.stored() > 0) {
            pieces.add(new Piece(file.start(), file.stored(), List.of(new Owner(path, file.stored()))));
        }
        if (file.shares()) {
            long tail = Math.max(1, file.size() % head.block());
            shared.computeIfAbsent(file.fragment(), key -> new ArrayList<>()).add(new Owner(path, tail));
        }
    }

    /** The block in which the ends of several files lie together. */
    private void fragment(long number, List<Owner> owners) throws IOException {
        if (number >= head.fragments()) {
            throw new IOException("a fragment that is not there");
        }
        ByteBuffer place = tables.plain(head.fragmentTable() + number / PER_BLOCK * Long.BYTES, Long.BYTES);
        Tables.Cursor entry = tables.at(place.getLong(), (int) (number % PER_BLOCK) * FRAGMENT);
        long start = entry.u64();
        pieces.add(new Piece(start, entry.u32() & 0xff_ffff, owners));
    }
}
