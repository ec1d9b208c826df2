package io.tidemark.kind.tree;

import io.tidemark.model.Notice;
import io.tidemark.model.Upstream;
import java.util.List;
import java.util.Locale;

/** Which protocol suits the upstream of a tree, and why; from its address alone, so nobody is asked. */
final class ProtocolAdvice {

    private ProtocolAdvice() {}

    /** What to say of an upstream; nothing where there is no choice. */
    static List<Notice> of(Upstream upstream) {
        String url = upstream.url().toLowerCase(Locale.ROOT);
        String scheme = url.contains(":") ? url.substring(0, url.indexOf(':')) : "";
        if (scheme.equals("git") || url.endsWith(".git") || url.endsWith(".git/")) {
            return List.of(Notice.warning("notice.protocol.git", "object", upstream.url()));
        }
        return switch (scheme) {
            case "rsync", "rsync+ssh" -> List.of(Notice.good("notice.protocol.rsync"));
            case "http", "https" -> List.of(Notice.info("notice.protocol.http"));
            case "ftp", "ftps" -> List.of(Notice.info("notice.protocol.ftp"));
            default -> List.of();
        };
    }
}
