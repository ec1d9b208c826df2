package io.tidemark.kind.tree;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Names;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.Upstream;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Recognises a directory that keeps versions of a tree side by side: directories named by date or number, and links that
 * clients follow. {@code NAME.versions} keeps those of its neighbour {@code NAME}, which is its channel, or a plain
 * directory that can become one. Reads names and links only.
 */
final class Recogniser {

    private static final String SUFFIX = ".versions";
    private static final int MOST_ENTRIES = 10_000;

    private final Path root;
    private final List<String> versions = new ArrayList<>();
    private final List<Recognition.FoundChannel> channels = new ArrayList<>();
    private final List<String> exchangeable = new ArrayList<>();
    private final List<Path> links = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private int others;

    Recogniser(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Optional<Recognition> look() throws ProblemException {
        try {
            sortEntries();
            neighbour();
            for (Path link : links) {
                channel(link, link.getFileName().toString());
            }
        } catch (IOException | DirectoryIteratorException error) {
            throw new ProblemException(
                    Problem.of("tree.read", Problem.Category.STORAGE, "object", root)
                            .with(error.toString()),
                    error);
        }
        versions.sort(VersionNames.order());
        channels.sort(Comparator.comparing(Recognition.FoundChannel::name));
        int score = score();
        return score == 0 ? Optional.empty() : Optional.of(recognition(score));
    }

    private void sortEntries() throws IOException {
        int count = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (++count > MOST_ENTRIES) {
                    return;
                } else if (Files.isSymbolicLink(entry)) {
                    links.add(entry);
                } else if (!name.startsWith(".")) {
                    sort(entry, name);
                }
            }
        } catch (NoSuchFileException notYet) {
            others = 0;
        }
    }

    private void sort(Path entry, String name) {
        boolean directory = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
        if (directory && VersionNames.isVersion(name) && Names.validVersion(name)) {
            versions.add(name);
        } else {
            others++;
            if (directory && others <= 20) {
                notices.add(Notice.info(
                        "notice.tree.other", "object", EntryPath.of(name).text()));
            }
        }
    }

    /** The public path beside a directory of versions. */
    private void neighbour() throws IOException {
        String name = root.getFileName() == null ? "" : root.getFileName().toString();
        if (!name.endsWith(SUFFIX) || name.length() == SUFFIX.length()) {
            return;
        }
        String publicName = name.substring(0, name.length() - SUFFIX.length());
        Path beside = root.resolveSibling(publicName);
        if (Files.isSymbolicLink(beside)) {
            channel(beside, "../" + publicName);
        } else if (Files.isDirectory(beside, LinkOption.NOFOLLOW_LINKS)) {
            exchangeable.add("../" + publicName);
        }
    }

    /** A link is a channel when it leads to a version here, through other links if need be. */
    private void channel(Path link, String relative) throws IOException {
        Path at = link;
        for (int hops = 0; hops < 8 && Files.isSymbolicLink(at); hops++) {
            at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
        }
        String target = root.equals(at.getParent()) ? at.getFileName().toString() : "";
        String name = link.getFileName().toString();
        if (versions.contains(target) && Names.validChannel(name)) {
            channels.add(new Recognition.FoundChannel(name, relative, target));
        }
    }

    private int score() {
        if (!channels.isEmpty()) {
            return 60;
        } else if (!exchangeable.isEmpty()) {
            return 50;
        } else if (!versions.isEmpty()) {
            return versions.stream().allMatch(VersionNames::isDated) ? 40 : 30;
        }
        return others == 0 ? 0 : 5;
    }

    private Recognition recognition(int score) {
        if (score == 5) {
            notices.clear();
            notices.add(Notice.info("notice.tree.plain", "object", root, "versions", root + SUFFIX));
        }
        return new Recognition(
                TreeKind.ID,
                score,
                versions.stream()
                        .map(name -> new Recognition.FoundVersion(name, name))
                        .toList(),
                channels,
                exchangeable,
                Upstream.none(),
                notices);
    }
}
