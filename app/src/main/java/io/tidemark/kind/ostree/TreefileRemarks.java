package io.tidemark.kind.ostree;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** What is to say of the treefiles that the settings name: slips, and what development has and production has not. */
final class TreefileRemarks {

    private static final int MOST = 20;
    private static final int LONGEST = 200;

    private TreefileRemarks() {}

    static List<Notice> of(OstreeOptions options) throws ProblemException {
        if (options.treefile().isEmpty()) {
            return List.of();
        }
        Treefile dev = TreefileReader.read(options.treefile().get());
        List<Notice> notices = new ArrayList<>(new TreefileCheck(dev).run());
        if (options.prodTreefile().isPresent()) {
            Treefile prod = TreefileReader.read(options.prodTreefile().get());
            notices.addAll(differences(TreefileDifference.between(prod, dev)));
        }
        return notices.subList(0, Math.min(MOST, notices.size()));
    }

    private static List<Notice> differences(TreefileDifference found) {
        List<Notice> notices = new ArrayList<>();
        if (!found.added().isEmpty()) {
            notices.add(Notice.info("treefile.more", "object", joined(found.added())));
        }
        if (!found.removed().isEmpty()) {
            notices.add(Notice.info("treefile.fewer", "object", joined(found.removed())));
        }
        for (TreefileDifference.Changed each : found.changed()) {
            if (!each.key().equals(Treefile.REF)) {
                notices.add(Notice.info(
                        "treefile.changed",
                        "object",
                        EntryPath.of(each.key()),
                        "before",
                        shown(each.before()),
                        "after",
                        shown(each.after())));
            }
        }
        return notices;
    }

    private static String joined(List<String> names) {
        return shown(String.join(", ", names));
    }

    private static String shown(String text) {
        String shown = EntryPath.of(text).text();
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    }
}
