package io.tidemark.host.publish;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Documents by which a channel of a copy is led, where versions are single files.
 *
 * @param link where the channel's own document lies, relative to the copy
 * @param version the version that leads it
 * @param members all versions that it names, oldest first
 * @param base what every URL begins with
 * @param contents by path relative to the copy, in the order in which they take their places
 * @param absent documents that go, by path relative to the copy
 * @param names files that the documents name, with their bytes: all have to lie there
 */
public record Documents(
        String link,
        String version,
        List<String> members,
        String base,
        SequencedMap<String, byte[]> contents,
        List<String> absent,
        Map<String, Long> names) {

    public Documents {
        members = List.copyOf(members);
        contents = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(contents));
        absent = List.copyOf(absent);
        names = Map.copyOf(names);
    }

    /** Digest of the channel's own document. */
    public String digest() {
        return digest(link);
    }

    /** Digest of one of them. */
    public String digest(String path) {
        return Digests.sha256(contents.get(path));
    }

    /** The name under which they are kept: two that differ in anything have two names. */
    String name() {
        StringBuilder all = new StringBuilder(version);
        contents.forEach((path, content) ->
                all.append('\n').append(Digests.sha256(content)).append(' ').append(path));
        absent.forEach(path -> all.append("\n- ").append(path));
        return Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
