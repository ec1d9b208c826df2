package io.tidemark.kind.alpine;

import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.Upstream;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises an Alpine mirror as people keep it: version directories ({@code 3.15.4}, {@code v3.15}, {@code edge}), links
 * that clients follow, and directories beside them that are something else. Reads names and links only.
 */
final class Recogniser {

    private static final int MOST_ENTRIES = 10_000;
    private static final String LATEST_STABLE = "latest-stable";

    private final Path root;
    private final Map<String, TreeLayout> versions = new HashMap<>();
    private final List<String> others = new ArrayList<>();
    private final List<String> exchangeable = new ArrayList<>();
    private final List<Path> links = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    Recogniser(Path root) {
        this.root = root;
    }

    Optional<Recognition> look() throws ProblemException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            int count = 0;
            for (Path entry : entries) {
                if (++count > MOST_ENTRIES) {
                    return Optional.empty();
                }
                sort(entry);
            }
        } catch (NoSuchFileException notThere) {
            return Optional.empty();
        } catch (IOException | DirectoryIteratorException e) {
            throw TreeLayout.unreadable(root, e);
        }
        return versions.isEmpty() ? Optional.empty() : Optional.of(recognition());
    }

    private void sort(Path entry) throws ProblemException {
        String name = entry.getFileName().toString();
        if (Files.isSymbolicLink(entry)) {
            links.add(entry);
        } else if (!name.startsWith(".") && TreeLayout.isDirectory(entry)) {
            TreeLayout layout = TreeLayout.of(entry);
            if (!layout.empty() && VersionNames.isVersion(name)) {
                versions.put(name, layout);
            } else if (!layout.empty() && name.equals(LATEST_STABLE)) {
                exchangeable.add(name);
            } else {
                others.add(name);
            }
        }
    }

    private Recognition recognition() throws ProblemException {
        List<String> names =
                versions.keySet().stream().sorted(VersionNames.order()).toList();
        names.stream().filter(VersionNames::isBranch).forEach(exchangeable::add);
        List<Recognition.FoundChannel> channels = channels();
        others.stream().sorted().forEach(name -> notices.add(noticeOther(name)));
        boolean packages =
                versions.values().stream().anyMatch(layout -> !layout.indexes().isEmpty());
        return new Recognition(
                AlpineKind.ID,
                packages ? 95 : 80,
                names.stream()
                        .map(name -> new Recognition.FoundVersion(name, name))
                        .toList(),
                channels,
                exchangeable.stream().sorted().toList(),
                upstream(names.getLast()),
                notices);
    }

    private static Notice noticeOther(String name) {
        return VersionNames.isVersion(name)
                ? Notice.warning("notice.alpine.version.empty", "object", Malformed.quote(name))
                : Notice.info("notice.alpine.companion", "object", Malformed.quote(name));
    }

    private List<Recognition.FoundChannel> channels() throws ProblemException {
        List<Recognition.FoundChannel> channels = new ArrayList<>();
        for (Path link : links) {
            String name = link.getFileName().toString();
            Optional<String> version = target(link);
            if (version.isPresent() || name.equals(LATEST_STABLE)) {
                channels.add(new Recognition.FoundChannel(name, name, version.orElse("")));
            }
            if (version.isEmpty() && name.equals(LATEST_STABLE)) {
                notices.add(Notice.warning("notice.alpine.link.dangling", "object", name));
            }
        }
        channels.sort(Comparator.comparing(Recognition.FoundChannel::name));
        return channels;
    }

    /** The version that a link names, relative or absolute; through another link of this directory too. */
    private Optional<String> target(Path link) throws ProblemException {
        try {
            Path at = link;
            for (int hops = 0; hops < 8 && Files.isSymbolicLink(at); hops++) {
                at = root.resolve(Files.readSymbolicLink(at)).normalize();
            }
            boolean here = root.normalize().equals(at.getParent());
            String name = here ? at.getFileName().toString() : "";
            return versions.containsKey(name) ? Optional.of(name) : Optional.empty();
        } catch (IOException e) {
            throw TreeLayout.unreadable(link, e);
        }
    }

    /** What the newest version tells of where it came from. */
    private Upstream upstream(String newest) {
        TreeLayout layout = versions.get(newest);
        Set<String> archs = new LinkedHashSet<>();
        Set<String> repos = new LinkedHashSet<>();
        for (String section : layout.all().keySet()) {
            repos.add(section.substring(0, section.indexOf('/')));
            archs.add(section.substring(section.indexOf('/') + 1));
        }
        String url = layout.downloadedFrom(root.resolve(newest))
                .map(host -> "https://" + host)
                .orElse("");
        String prefix = layout.prefix(root.resolve(newest));
        return new Upstream(
                url,
                Map.of(
                        AlpineOptions.BRANCH, List.of(Layout.branchOf(newest)),
                        AlpineOptions.ARCH, List.copyOf(archs),
                        AlpineOptions.REPOS, List.copyOf(repos),
                        AlpineOptions.FLAVORS, List.of(AlpineOptions.ALL),
                        AlpineOptions.PREFIX, prefix.isEmpty() ? List.of() : List.of(prefix)));
    }
}
