package io.tidemark.host.check;

import io.tidemark.model.ForeignWriter;
import io.tidemark.model.Host;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cron lines and services that write into what we publish there. */
final class Tables {

    /** The account's own table, as {@code crontab -l} prints it. */
    private static final String OWN = "crontab";

    private static final String OURS = "tidemark-pull-";
    private static final int MOST = 20;

    private Tables() {}

    static void look(Host host, Sections said, WritersThere writers, Notes notes) {
        Map<String, String> users = new HashMap<>(said.files("spools"));
        users.put(OWN, String.join("\n", said.lines("own")));
        // Root sees its own table twice.
        Set<String> seen = new HashSet<>();
        List<ForeignWriter> found =
                writers
                        .find(host.root(), new WritersThere.Texts(said.files("tables"), users, said.files("units")))
                        .stream()
                        .filter(writer -> !ours(writer.where()))
                        .filter(writer -> seen.add(writer.what()))
                        .toList();
        if (found.isEmpty()) {
            notes.good("cron", "host.found.cron", "root", host.root());
        }
        found.stream()
                .limit(MOST)
                .forEach(writer -> notes.warn(
                        "cron",
                        "host.found.cron.writes",
                        "where",
                        Sections.shown(writer.where()),
                        "what",
                        Sections.shown(writer.what())));
    }

    /** What provisioning put there fetches what the profile says. */
    private static boolean ours(String where) {
        return where.substring(where.lastIndexOf('/') + 1).startsWith(OURS);
    }
}
