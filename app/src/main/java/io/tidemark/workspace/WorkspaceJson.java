package io.tidemark.workspace;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How files of a workspace are read: closed records, nothing unknown, nothing twice, sizes bounded. */
record WorkspaceJson(JsonMapper mapper) {

    private static final int DEEPEST = 16;
    private static final int LONGEST_TEXT = 1 << 16;

    /** For documents of at most so many bytes. */
    WorkspaceJson(long largest) {
        this(largest, LONGEST_TEXT);
    }

    /** The same with longer texts. */
    WorkspaceJson(long largest, int longestText) {
        this(JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxStringLength(longestText)
                                .maxDocumentLength(largest)
                                .build())
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build());
    }
}
