package io.tidemark.store;

import io.tidemark.model.Notice;
import io.tidemark.model.VersionFacts;
import java.util.List;

/** Remarks that stay with a version because of what its kind said of it. */
final class VersionMarks {

    /** Some of it was carried byte for byte and not looked into. */
    static final String NOT_INSPECTED = "version.mark.not-inspected";

    private static final String ATTRIBUTE = "not.inspected";

    private VersionMarks() {}

    static List<Notice> of(VersionFacts facts) {
        String what = facts.attributes().getOrDefault(ATTRIBUTE, "");
        return what.isEmpty() ? List.of() : List.of(Notice.info(NOT_INSPECTED, "object", what));
    }
}
