package io.tidemark.kind.tree;

import io.tidemark.kind.VersionsBeside;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.Upstream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognises a directory that keeps versions of a tree side by side: directories named by date or number, and links that
 * clients follow.
 */
final class Recogniser {

    private static final int PLAIN = 5;

    private final Path root;

    Recogniser(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Optional<Recognition> look() throws ProblemException {
        VersionsBeside found = VersionsBeside.look(
                root,
                directory -> VersionNames.isVersion(directory.getFileName().toString()),
                directory -> true,
                VersionNames.order());
        int score = score(found);
        return score == 0 ? Optional.empty() : Optional.of(recognition(found, score));
    }

    private static int score(VersionsBeside found) {
        if (!found.channels().isEmpty()) {
            return 60;
        } else if (!found.exchangeable().isEmpty()) {
            return 50;
        } else if (!found.versions().isEmpty()) {
            return found.versions().stream().allMatch(VersionNames::isDated) ? 40 : 30;
        }
        return found.count() == 0 ? 0 : PLAIN;
    }

    private Recognition recognition(VersionsBeside found, int score) {
        List<Notice> notices = new ArrayList<>();
        if (score == PLAIN) {
            notices.add(Notice.info("notice.tree.plain", "object", root, "versions", root + VersionsBeside.SUFFIX));
        } else {
            found.others()
                    .forEach(name -> notices.add(Notice.info(
                            "notice.tree.other", "object", EntryPath.of(name).text())));
        }
        return new Recognition(
                TreeKind.ID, score, found.found(), found.channels(), found.exchangeable(), Upstream.none(), notices);
    }
}
