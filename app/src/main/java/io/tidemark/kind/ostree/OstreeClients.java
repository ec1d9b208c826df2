package io.tidemark.kind.ostree;

import io.tidemark.kind.ServedRepository;
import io.tidemark.model.ClientLines;
import java.util.ArrayList;
import java.util.List;

/** What a computer must be told to follow a ref: ostree-remote(1), rpm-ostree(1). */
final class OstreeClients {

    private static final String HEADS = "refs/heads/";

    private OstreeClients() {}

    /** A group of lines for each ref that is a channel. */
    static List<ClientLines> lines(ServedRepository served) {
        List<ClientLines> all = new ArrayList<>();
        for (String link : served.channels()) {
            int heads = link.indexOf(HEADS);
            if (heads == 0 || heads > 0 && link.charAt(heads - 1) == '/') {
                all.add(lines(served, link.substring(0, heads), link.substring(heads + HEADS.length())));
            }
        }
        return all;
    }

    private static ClientLines lines(ServedRepository served, String place, String ref) {
        String member = place.replaceAll("/.*", "");
        String remote = served.name() + (member.isEmpty() ? "" : "-" + member);
        String url = served.web() + "/" + place.replaceFirst("/$", "");
        return new ClientLines(
                "ostree",
                "",
                List.of(
                        "ostree remote add --if-not-exists --gpg-import=key.gpg '" + remote + "' '"
                                + url.replaceFirst("/$", "") + "'",
                        "rpm-ostree rebase '" + remote + ":" + ref + "'"));
    }
}
