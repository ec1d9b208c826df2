package io.tidemark.kind.alpine;

import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directory of release files in an existing tree.
 *
 * @param directory where it lies
 * @param list its {@code latest-releases.yaml}, if there is one that can be read
 * @param names its entries
 */
record TreeReleases(Path directory, Optional<ReleaseList> list, List<String> names) {

    private static final int MOST_NAMES = 20_000;
    private static final Pattern IMAGE = Pattern.compile("alpine-.*?-(\\d+\\.\\d+\\.\\d+[0-9a-z_]*)-[a-z0-9_]+\\..+");
    private static final Pattern NETBOOT = Pattern.compile("netboot-(\\d+\\.\\d+\\.\\d+[0-9a-z_]*)");

    static TreeReleases of(Path directory) throws ProblemException {
        return new TreeReleases(directory, list(directory.resolve(Layout.LATEST)), names(directory));
    }

    /** The newest release: by the list, else by the names of images, else empty. */
    String newest() {
        return list.map(ReleaseList::newest)
                .filter(version -> !version.isEmpty())
                .or(() -> names.stream()
                        .flatMap(name -> releaseOf(name).stream())
                        .max(Comparator.comparing(ApkVersion::new)))
                .orElse("");
    }

    /** Files for network boot of the newest release; of {@code netboot} itself where none has its own directory. */
    List<Path> bootFiles() throws ProblemException {
        Path dated = directory.resolve(Layout.NETBOOT + "-" + newest());
        Path from = TreeLayout.isDirectory(dated) ? dated : directory.resolve(Layout.NETBOOT);
        if (!TreeLayout.isDirectory(from)) {
            return List.of();
        }
        return names(from).stream()
                .map(from::resolve)
                .filter(TreeLayout::isFile)
                .toList();
    }

    /** Names the promise for each file whose name and size the list or the disk itself vouches for. */
    void identities(BiConsumer<Path, String> sink) throws ProblemException {
        for (ReleaseItem item : list.map(ReleaseList::items).orElse(List.of())) {
            Path file = directory.resolve(item.file());
            if (!item.identity().isEmpty() && TreeReader.size(file) == item.size()) {
                sink.accept(file, item.identity());
                siblings(item, sink);
            }
        }
        for (Path file : bootFiles()) {
            String identity = listed(file);
            if (!identity.isEmpty()) {
                sink.accept(file, identity);
            }
        }
    }

    private void siblings(ReleaseItem item, BiConsumer<Path, String> sink) {
        for (String suffix : Sibling.SUFFIXES) {
            Path file = directory.resolve(item.file() + suffix);
            if (TreeLayout.isFile(file)) {
                sink.accept(file, Sibling.identity(suffix, item.file(), item.identity()));
            }
        }
    }

    /** What a listing of this directory would say of the file; downloads keep the time. */
    static String listed(Path file) {
        try {
            return Identity.listed(
                    Files.size(file),
                    Optional.of(Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException gone) {
            return "";
        }
    }

    private static Optional<String> releaseOf(String name) {
        for (Pattern pattern : List.of(IMAGE, NETBOOT)) {
            Matcher matcher = pattern.matcher(name);
            if (matcher.matches()) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<ReleaseList> list(Path file) {
        try {
            return TreeLayout.isFile(file)
                    ? Optional.of(ReleaseList.read(TreeReader.bounded(file, ReleaseList.LARGEST_FILE)))
                    : Optional.empty();
        } catch (IOException | Malformed unreadable) {
            return Optional.empty();
        }
    }

    private static List<String> names(Path directory) throws ProblemException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path each : stream) {
                if (names.size() == MOST_NAMES) {
                    break;
                }
                names.add(each.getFileName().toString());
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw TreeLayout.unreadable(directory, e);
        }
        names.sort(null);
        return names;
    }
}
