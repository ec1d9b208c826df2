package io.tidemark.engine;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in which records of the engine become JSON and come back: closed records, no type names but those the
 * records declare, unknown properties refused, sizes bounded. Safe for all threads.
 */
public final class Json {

    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 16 << 20;
    private static final long LONGEST_DOCUMENT = 512L << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxDocumentLength(LONGEST_DOCUMENT)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final JsonMapper PRETTY =
            MAPPER.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /** The mapper itself, for streams and generic types. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** One line of JSON. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** JSON for people: indented. */
    public static String pretty(Object value) {
        return PRETTY.writeValueAsString(value);
    }

    /** A record from JSON. */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
