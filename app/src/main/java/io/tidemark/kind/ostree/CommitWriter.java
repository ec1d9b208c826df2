package io.tidemark.kind.ostree;

import io.tidemark.kind.ostree.VariantWriter.Ready;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the object of a commit as {@code ostree commit} does. Metadata of another commit come along byte by byte: the list of
 * packages of a desktop is longer than any argument of a program may be.
 */
final class CommitWriter {

    private static final Set<String> BINDINGS = Set.of(Commit.BINDING, Commit.COLLECTION);

    private CommitWriter() {}

    /**
     * The object of a commit with this content, the metadata of another one, and a binding of its own.
     *
     * @param collection the collection that the repository belongs to, if it does
     */
    static byte[] write(Commit.Content content, Commit source, String ref, Optional<String> collection)
            throws Malformed {
        Map<String, Ready> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, Variant> each : source.metadata().entrySet()) {
            if (!BINDINGS.contains(each.getKey())) {
                Variant value = each.getValue().inner();
                metadata.put(each.getKey(), VariantWriter.any(value.type().text(), value.bytes()));
            }
        }
        metadata.put(Commit.BINDING, VariantWriter.any("as", VariantWriter.texts(List.of(ref))));
        collection.ifPresent(name -> metadata.put(
                Commit.COLLECTION,
                VariantWriter.any("s", VariantWriter.text(name).bytes())));
        return write(content, metadata);
    }

    private static byte[] write(Commit.Content content, Map<String, Ready> metadata) {
        return VariantWriter.tuple(List.of(
                VariantWriter.dictionary(metadata),
                VariantWriter.bytes(content.parent().map(Checksum::bytes).orElse(new byte[0])),
                VariantWriter.bytes(new byte[0]),
                VariantWriter.text(content.subject()),
                VariantWriter.text(content.body()),
                VariantWriter.big(content.time().getEpochSecond()),
                VariantWriter.bytes(content.tree().bytes()),
                VariantWriter.bytes(content.meta().bytes())));
    }
}
