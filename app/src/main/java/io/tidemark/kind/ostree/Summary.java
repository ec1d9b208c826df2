package io.tidemark.kind.ostree;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a repository tells clients of its refs: {@code (a(s(taya{sv}))a{sv})}.
 *
 * @param refs by name
 * @param modified when it was written, if it says so
 * @param flatpak whether Flatpak says words of its own there
 */
record Summary(Map<String, Told> refs, Optional<Instant> modified, boolean flatpak) {

    Summary {
        refs = Map.copyOf(refs);
    }

    /** What is told of one ref: its commit, and how many bytes that object has. */
    record Told(Checksum commit, long size) {}

    static Summary read(byte[] file) throws Malformed {
        Variant all = Variant.of("(a(s(taya{sv}))a{sv})", file);
        Variant list = all.child(0);
        Map<String, Told> refs = new LinkedHashMap<>();
        for (int i = 0; i < list.count(); i++) {
            Variant each = list.child(i);
            Variant told = each.child(1);
            refs.put(
                    each.child(0).string(),
                    new Told(Checksum.of(told.child(1)), told.child(0).big()));
        }
        Map<String, Variant> words = all.child(1).dictionary();
        boolean flatpak = words.keySet().stream().anyMatch(word -> word.startsWith("xa."));
        return new Summary(refs, modified(words), flatpak);
    }

    private static Optional<Instant> modified(Map<String, Variant> values) throws Malformed {
        Variant value = values.get("ostree.summary.last-modified");
        return value == null
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(value.inner().big() & Integer.toUnsignedLong(-1)));
    }

    /** Whether a client that reads it gets this commit for this ref. */
    boolean tells(String ref, Checksum commit) {
        return refs.containsKey(ref) && refs.get(ref).commit().equals(commit);
    }
}
