package io.tidemark.kind.git;

import io.tidemark.model.FileChange;
import io.tidemark.model.FileChange.Kind;
import io.tidemark.model.ManifestEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The files of one commit by path, from {@code git ls-tree -r -l -z}.
 *
 * @param files in path order
 */
record BlobList(TreeMap<String, Blob> files) {

    private static final int COLUMNS = 4;

    /** One file: mode and id tell whether it changed; its size in bytes, 0 for a submodule. */
    record Blob(String mode, String id, long size) {

        ManifestEntry.Type type() {
            return mode.equals("120000") ? ManifestEntry.Type.SYMLINK : ManifestEntry.Type.FILE;
        }
    }

    static BlobList none() {
        return new BlobList(new TreeMap<>());
    }

    static BlobList read(String answer) {
        TreeMap<String, Blob> files = new TreeMap<>();
        for (String record : answer.split("\0")) {
            int tab = record.indexOf('\t');
            String[] columns = record.substring(0, Math.max(0, tab)).split(" +");
            if (columns.length == COLUMNS) {
                String path = new String(
                        record.substring(tab + 1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                long size = columns[3].matches("[0-9]{1,18}") ? Long.parseLong(columns[3]) : 0;
                files.put(path, new Blob(columns[0], columns[2], size));
            }
        }
        return new BlobList(files);
    }

    /** Tells what differs, in path order; a file of the same content under another name has moved. */
    void compare(BlobList after, String prefix, Consumer<FileChange> sink) {
        Map<String, Deque<String>> gone = new HashMap<>();
        files.forEach((path, blob) -> {
            if (!after.files.containsKey(path)) {
                gone.computeIfAbsent(blob.id(), id -> new ArrayDeque<>()).add(path);
            }
        });
        Map<String, String> moved = new HashMap<>();
        after.files.forEach((path, blob) -> {
            if (!files.containsKey(path) && gone.containsKey(blob.id())) {
                String from = gone.get(blob.id()).poll();
                if (from != null) {
                    moved.put(path, from);
                }
            }
        });
        TreeSet<String> paths = new TreeSet<>(files.keySet());
        paths.addAll(after.files.keySet());
        paths.removeAll(moved.values());
        for (String path : paths) {
            tell(files.get(path), after.files.get(path), prefix, path, moved.get(path), sink);
        }
    }

    private void tell(Blob was, Blob is, String prefix, String path, String from, Consumer<FileChange> sink) {
        String at = prefix + path;
        if (from != null) {
            long size = is.size();
            sink.accept(new FileChange(Kind.MOVED, at, prefix + from, size, size, is.type()));
        } else if (was == null) {
            sink.accept(new FileChange(Kind.ADDED, at, "", 0, is.size(), is.type()));
        } else if (is == null) {
            sink.accept(new FileChange(Kind.REMOVED, at, "", was.size(), 0, was.type()));
        } else if (!was.equals(is)) {
            sink.accept(new FileChange(Kind.CHANGED, at, "", was.size(), is.size(), is.type()));
        }
    }
}
