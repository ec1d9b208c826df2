package io.tidemark.kind.git;

import io.tidemark.kind.VersionsBeside;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
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
                    GitKind.ID, BARE, List.of(), List.of(), List.of(), upstream(root), List.of(instead)));
        }
        VersionsBeside found =
                VersionsBeside.look(root, BareRepository::is, BareRepository::is, Comparator.naturalOrder());
        if (found.versions().isEmpty() && found.exchangeable().isEmpty()) {
            return Optional.empty();
        }
        Upstream upstream = upstream(
                found.versions().isEmpty()
                        ? root.resolve(found.exchangeable().getFirst()).normalize()
                        : root.resolve(found.versions().getLast()));
        return Optional.of(new Recognition(
                GitKind.ID, CERTAIN, found.found(), found.channels(), found.exchangeable(), upstream, List.of()));
    }

    /** Where a mirror was cloned from. */
    private static Upstream upstream(Path repository) {
        Path config = repository.resolve("config");
        try {
            if (Files.isRegularFile(config, LinkOption.NOFOLLOW_LINKS) && Files.size(config) < LARGEST_CONFIG) {
                Matcher url = URL.matcher(Files.readString(config));
                if (url.find()) {
                    return new Upstream(url.group(1), Map.of());
                }
            }
        } catch (IOException unreadable) {
            return Upstream.none();
        }
        return Upstream.none();
    }
}
