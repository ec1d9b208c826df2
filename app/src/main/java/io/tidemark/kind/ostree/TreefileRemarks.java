package io.tidemark.kind.ostree;

import io.tidemark.kind.RecipeReader.Draft;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Finding;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RecipeDifference;
import io.tidemark.store.RecipeFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is to say of the treefiles that the settings name: slips, and what development has and production has not. */
final class TreefileRemarks {

    private static final int MOST = 20;
    private static final int LONGEST = 200;

    private TreefileRemarks() {}

    /** @param making whether commits are made of it; else a treefile that cannot be read stops nobody */
    static List<Notice> of(Path root, OstreeOptions options, boolean making) throws ProblemException {
        if (options.treefile().isEmpty()) {
            return List.of();
        }
        try {
            return of(root, options);
        } catch (ProblemException unreadable) {
            if (making) {
                throw unreadable;
            }
            return List.of(Notice.warning(
                    "treefile.unread.dev",
                    "object",
                    EntryPath.of(options.treefile().get())));
        }
    }

    private static List<Notice> of(Path root, OstreeOptions options) throws ProblemException {
        Draft text = TreefileText.of(RecipeFiles.file(root, options.treefile().get()));
        Treefile dev = TreefileText.parsed(text);
        List<Notice> notices = new ArrayList<>(
                TreefileCheck.of(text).stream().map(Finding::notice).toList());
        if (options.prodTreefile().isPresent()) {
            Path file = RecipeFiles.file(root, options.prodTreefile().get());
            notices.addAll(differences(file, dev));
        }
        return notices.subList(0, Math.min(MOST, notices.size()));
    }

    /** Nothing is made of the treefile of production here: one that cannot be read stops nobody. */
    private static List<Notice> differences(Path production, Treefile dev) {
        try {
            return differences(TreefileDifference.between(TreefileReader.read(production), dev));
        } catch (ProblemException unreadable) {
            return List.of(Notice.warning("treefile.unread", "object", EntryPath.of(production.toString())));
        }
    }

    private static List<Notice> differences(RecipeDifference found) {
        List<Notice> notices = new ArrayList<>();
        if (!found.added().isEmpty()) {
            notices.add(Notice.info("treefile.more", "object", joined(found.added())));
        }
        if (!found.removed().isEmpty()) {
            notices.add(Notice.info("treefile.fewer", "object", joined(found.removed())));
        }
        for (RecipeDifference.Changed each : found.changed()) {
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
