package io.tidemark.kind.puavo;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the JSON of image repositories. What is read is hostile: depth, length and number of values are bounded
 * and no name stands twice in one object.
 */
final class Json {

    /** Bytes of the longest document that is read. */
    static final int LONGEST = 64 << 20;

    private static final JsonMapper MAPPER = mapper();

    private Json() {}

    /** The one value of a document. */
    static JsonNode read(byte[] document) {
        return MAPPER.readTree(document);
    }

    /** A value without blanks and line breaks. */
    static String compact(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    static JsonMapper writer() {
        return MAPPER;
    }

    private static JsonMapper mapper() {
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxDocumentLength(LONGEST)
                .maxNestingDepth(24)
                .maxStringLength(1 << 20)
                .maxNameLength(4096)
                .maxNumberLength(32)
                .maxTokenCount(1_000_000)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(bounds)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }
}
