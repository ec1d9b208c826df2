package io.tidemark.kind.alpine;

import io.tidemark.model.EntryPath;

/** Bytes that break a format or a bound. The code becomes the code of a problem, the reason its technical details. */
final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUOTE = 80;

    private final String code;

    Malformed(String code, String reason) {
        super(reason);
        this.code = code;
    }

    /** Not the format it claims to be. */
    static Malformed format(String reason) {
        return new Malformed("alpine.index.format", reason);
    }

    /** Larger than anything honest. */
    static Malformed bounds(String reason) {
        return new Malformed("alpine.index.bounds", reason);
    }

    String code() {
        return code;
    }

    /** Hostile text as it may be shown: control characters escaped, cut to a bearable length. */
    static String quote(String hostile) {
        String shown = EntryPath.of(hostile).text();
        return shown.length() <= LONGEST_QUOTE ? shown : shown.substring(0, LONGEST_QUOTE) + "…";
    }
}
