package io.tidemark.host.ssh;

import io.tidemark.model.EntryPath;

/** What a host says, made fit for messages and logs: one line, bounded, control characters escaped. */
final class Shown {

    private static final int MOST = 500;

    private Shown() {}

    static String text(String said) {
        String escaped = EntryPath.of(said.length() > MOST ? said.substring(0, MOST) : said)
                .text();
        return escaped.length() > MOST ? escaped.substring(0, MOST) + "…" : escaped;
    }
}
