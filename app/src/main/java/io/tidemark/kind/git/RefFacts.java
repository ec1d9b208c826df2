package io.tidemark.kind.git;

import io.tidemark.model.PackageInfo;
import io.tidemark.model.VersionFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is recorded of a version: its branches and tags with the commits they name. */
final class RefFacts {

    private static final String FINGERPRINT = "upstream.fingerprint";
    private static final int SHORT = 10;

    private RefFacts() {}

    static VersionFacts of(Refs refs, String fingerprint) {
        List<PackageInfo> items = new ArrayList<>();
        refs.ids()
                .forEach((ref, id) ->
                        items.add(new PackageInfo(section(ref), name(ref), id.substring(0, SHORT), 0, "", id)));
        Map<String, String> attributes = new HashMap<>();
        attributes.put("git.branches", Integer.toString(refs.branches().size()));
        attributes.put(
                "git.tags",
                Long.toString(refs.ids().keySet().stream()
                        .filter(ref -> ref.startsWith("refs/tags/"))
                        .count()));
        refs.head().ifPresent(head -> attributes.put("git.head", plain(head)));
        attributes.put("probe.path", "info/refs");
        if (!fingerprint.isEmpty()) {
            attributes.put(FINGERPRINT, fingerprint);
        }
        return new VersionFacts(items, List.of(), attributes);
    }

    /** {@code heads}, {@code tags}, or what else stands behind {@code refs/}. */
    static String section(String ref) {
        String[] parts = ref.split("/", 3);
        return Refs.text(parts.length > 2 ? parts[1] : "refs");
    }

    static String name(String ref) {
        String[] parts = ref.split("/", 3);
        return Refs.text(parts[parts.length - 1]);
    }

    /** As people call it: branches and tags without what stands before. */
    static String plain(String ref) {
        return ref.startsWith("refs/heads/") || ref.startsWith("refs/tags/") ? name(ref) : Refs.text(ref);
    }
}
