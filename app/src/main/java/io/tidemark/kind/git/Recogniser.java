package io.tidemark.kind.git;

import io.tidemark.kind.VersionsBeside;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.Upstream;
import io.tidemark.source.Userinfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises a directory that keeps bare repositories as versions side by side, or whose neighbour is one; and a bare
 * repository itself, which can become the first version of such a directory.
 */
final class Recogniser {

    private static final int CERTAIN = 90;
    private static final int BARE = 70;
    private static final long LARGEST_CONFIG = 1 << 20;
    private static final Pattern URL = Pattern.compile("(?m)^\\s*url\\s*=\\s*(\\S+)\\s*$");

    private final Path root;

    Recogniser(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Optional<Recognition> look() throws ProblemException {
        if (BareRepository.is(root)) {
            Notice instead = Notice.info("notice.git.bare", "object", root, "versions", root + VersionsBeside.SUFFIX);
            return Optional.of(new Recognition(
                    GitKind.ID, BARE, List.of(), List.of(), List.of(), upstream(root), notices(root, instead)));
        }
        VersionsBeside found =
                VersionsBeside.look(root, BareRepository::is, BareRepository::is, Comparator.naturalOrder());
        if (found.versions().isEmpty() && found.exchangeable().isEmpty()) {
            return Optional.empty();
        }
        Path newest = found.versions().isEmpty()
                ? root.resolve(found.exchangeable().getFirst()).normalize()
                : root.resolve(found.versions().getLast());
        return Optional.of(new Recognition(
                GitKind.ID,
                CERTAIN,
                found.found(),
                found.channels(),
                found.exchangeable(),
                upstream(newest),
                notices(newest)));
    }

    /** Those, and that the address has a password: whoever is served the mirror as files can read that. */
    private static List<Notice> notices(Path repository, Notice... others) {
        List<Notice> notices = new ArrayList<>(List.of(others));
        if (Userinfo.hasPassword(address(repository))) {
            notices.add(Notice.warning("notice.git.password", "object", repository.resolve("config")));
        }
        return notices;
    }

    private static Upstream upstream(Path repository) {
        return new Upstream(Userinfo.withoutPassword(address(repository)), Map.of());
    }

    /** Where a mirror was cloned from; empty where nobody knows. */
    private static String address(Path repository) {
        Path config = repository.resolve("config");
        try {
            if (Files.isRegularFile(config, LinkOption.NOFOLLOW_LINKS) && Files.size(config) < LARGEST_CONFIG) {
                Matcher url = URL.matcher(Files.readString(config));
                if (url.find()) {
                    return url.group(1);
                }
            }
        } catch (IOException unreadable) {
            return "";
        }
        return "";
    }
}
