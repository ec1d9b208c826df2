package io.tidemark.store;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the store's records. What is read is hostile until checked: closed records, no duplicate or unknown
 * names, bounded depth and length.
 */
public final class Json {

    private static final int LONGEST_TEXT = 1 << 22;
    private static final JsonMapper MAPPER = mapper();

    private Json() {}

    /** A record as one line without its end. */
    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /**
     * Reads a record that has no format number.
     *
     * @param path where it came from, for messages
     * @throws ProblemException {@code store.damaged}
     */
    public static <T> T read(byte[] json, Class<T> type, String path) throws ProblemException {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw damaged(path, e);
        }
    }

    /**
     * Reads a record with a {@code format} number, which is looked at first.
     *
     * @throws ProblemException {@code store.format} if a newer program wrote it, {@code store.damaged}
     */
    public static <T> T read(byte[] json, Class<T> type, int known, String path) throws ProblemException {
        try {
            int format = format(json);
            if (format > known) {
                throw new ProblemException(
                        Problem.of("store.format", Problem.Category.REFUSED, "object", path, "format", format));
            }
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw damaged(path, new IllegalStateException("it is empty"));
            }
            return value;
        } catch (JacksonException e) {
            throw damaged(path, e);
        }
    }

    /** The format number of a record; it stands first in all that we write, so that nothing else is read for it. */
    private static int format(byte[] json) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = parser.currentName().equals("format");
                parser.nextToken();
                if (found) {
                    return parser.getValueAsInt(0);
                }
                parser.skipChildren();
            }
            return 0;
        }
    }

    /** Something of ours that does not read as what it should be. */
    static ProblemException damaged(String path, Exception cause) {
        Problem problem = Problem.of("store.damaged", Problem.Category.REFUSED, "object", path, "path", path);
        return new ProblemException(problem.with(String.valueOf(cause.getMessage())), cause);
    }

    private static JsonMapper mapper() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(32)
                .maxNumberLength(32)
                .maxStringLength(LONGEST_TEXT)
                .maxNameLength(4096)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }
}
