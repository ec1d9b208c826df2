package io.tidemark.kind.tree;

import io.tidemark.model.VersionFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Small facts that versions of this kind carry. */
final class Facts {

    static final String FILES = "tree.files";
    static final String BYTES = "tree.bytes";
    static final String NEWEST = "tree.newest";
    static final String PROBE = "probe.path";
    static final String FINGERPRINT = "upstream.fingerprint";

    private long files;
    private long bytes;
    private Instant newest = Instant.EPOCH;
    private String probe = "";

    /** One more file; the first one named is what a probe asks for. */
    void add(String path, long size, Instant modified) {
        files++;
        bytes += Math.max(0, size);
        newest = modified.isAfter(newest) ? modified : newest;
        probe = probe.isEmpty() || path.compareTo(probe) < 0 ? path : probe;
    }

    long files() {
        return files;
    }

    Instant newest() {
        return newest;
    }

    VersionFacts facts(Map<String, String> more) {
        Map<String, String> attributes = new TreeMap<>(more);
        attributes.put(FILES, Long.toString(files));
        attributes.put(BYTES, Long.toString(bytes));
        if (files > 0) {
            attributes.put(NEWEST, newest.toString());
            attributes.put(PROBE, probe);
        }
        return new VersionFacts(List.of(), List.of(), attributes);
    }

    /** A count that an earlier version recorded, -1 if it did not. */
    static long count(VersionFacts facts, String name) {
        String text = facts.attributes().getOrDefault(name, "");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
