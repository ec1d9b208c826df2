package io.tidemark.kind;

import io.tidemark.model.Names;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
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
import java.util.function.Predicate;

/**
 * What stands in a directory that keeps versions side by side: directories that are versions, and links that clients
 * follow. {@code NAME.versions} keeps those of its neighbour {@code NAME}, which is its channel, or a plain directory that
 * can become one. Reads names and links only.
 *
 * @param versions names, as sorted
 * @param channels links that lead to a version here, by name
 * @param exchangeable public paths that are plain directories
 * @param others directories that are no versions, the first twenty
 * @param count how many entries are neither versions nor links
 */
public record VersionsBeside(
        List<String> versions,
        List<Recognition.FoundChannel> channels,
        List<String> exchangeable,
        List<String> others,
        int count) {

    /** How the directory of versions of a public path is called. */
    public static final String SUFFIX = ".versions";

    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_OTHERS = 20;
    private static final int MOST_HOPS = 8;

    /**
     * Looks at a directory; one that is not there is empty.
     *
     * @param isVersion tells whether a directory is a version; its name is good already
     * @param isContent tells whether a plain directory at the public path could become one
     */
    public static VersionsBeside look(
            Path directory, Predicate<Path> isVersion, Predicate<Path> isContent, Comparator<String> order)
            throws ProblemException {
        Path root = directory.toAbsolutePath().normalize();
        try {
            Look look = new Look(root, isVersion);
            look.entries();
            look.neighbour(isContent);
            look.versions.sort(order);
            for (Path link : look.links) {
                look.channel(link, link.getFileName().toString());
            }
            look.channels.sort(Comparator.comparing(Recognition.FoundChannel::name));
            return new VersionsBeside(look.versions, look.channels, look.exchangeable, look.others, look.count);
        } catch (IOException | DirectoryIteratorException error) {
            Problem problem = Problem.of("plan.unreadable", Problem.Category.STORAGE, "object", root);
            throw new ProblemException(problem.with(error.toString()), error);
        }
    }

    /** The versions with the paths where they lie. */
    public List<Recognition.FoundVersion> found() {
        return versions.stream()
                .map(name -> new Recognition.FoundVersion(name, name))
                .toList();
    }

    private static final class Look {
        private final Path root;
        private final Predicate<Path> isVersion;
        private final List<String> versions = new ArrayList<>();
        private final List<Recognition.FoundChannel> channels = new ArrayList<>();
        private final List<String> exchangeable = new ArrayList<>();
        private final List<String> others = new ArrayList<>();
        private final List<Path> links = new ArrayList<>();
        private int count;

        Look(Path root, Predicate<Path> isVersion) {
            this.root = root;
            this.isVersion = isVersion;
        }

        void entries() throws IOException {
            int seen = 0;
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
                for (Path entry : entries) {
                    if (++seen > MOST_ENTRIES) {
                        return;
                    } else if (Files.isSymbolicLink(entry)) {
                        links.add(entry);
                    } else if (!entry.getFileName().toString().startsWith(".")) {
                        sort(entry, entry.getFileName().toString());
                    }
                }
            } catch (NoSuchFileException notYet) {
                count = 0;
            }
        }

        private void sort(Path entry, String name) {
            boolean directory = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
            if (directory && Names.validVersion(name) && isVersion.test(entry)) {
                versions.add(name);
            } else {
                count++;
                if (directory && others.size() < MOST_OTHERS) {
                    others.add(name);
                }
            }
        }

        /** The public path beside a directory of versions. */
        void neighbour(Predicate<Path> isContent) throws IOException {
            String name = root.getFileName() == null ? "" : root.getFileName().toString();
            if (!name.endsWith(SUFFIX) || name.length() == SUFFIX.length()) {
                return;
            }
            String publicName = name.substring(0, name.length() - SUFFIX.length());
            Path beside = root.resolveSibling(publicName);
            if (Files.isSymbolicLink(beside)) {
                channel(beside, "../" + publicName);
            } else if (Files.isDirectory(beside, LinkOption.NOFOLLOW_LINKS) && isContent.test(beside)) {
                exchangeable.add("../" + publicName);
            }
        }

        /** A link is a channel when it leads to a version here, through other links if need be. */
        void channel(Path link, String relative) throws IOException {
            Path at = link;
            for (int hops = 0; hops < MOST_HOPS && Files.isSymbolicLink(at); hops++) {
                at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
            }
            String target = root.equals(at.getParent()) ? at.getFileName().toString() : "";
            String name = link.getFileName().toString();
            if (versions.contains(target) && Names.validLink(name)) {
                channels.add(new Recognition.FoundChannel(name, relative, target));
            }
        }
    }
}
