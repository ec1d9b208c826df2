package io.tidemark.kind.puavo;

import io.tidemark.kind.ImageName;
import io.tidemark.kind.PublishedSeries;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.Upstream;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Recognises a published tree of images, or a directory that images are put into. Reads names, and the documents of the
 * series. Used once.
 */
final class Recogniser {

    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_NOTICES = 20;

    private final Path root;
    private final Set<ImageName> images = new TreeSet<>(ImageNames.BY_AGE);
    private final List<Recognition.FoundChannel> channels = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<String, List<String>> options = new HashMap<>();

    Recogniser(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Optional<Recognition> look() throws ProblemException {
        try {
            entries();
        } catch (NoSuchFileException | NotDirectoryException notYet) {
            return Optional.empty();
        } catch (DirectoryIteratorException failed) {
            throw Problems.unreadable(root, failed.getCause());
        } catch (IOException failed) {
            throw Problems.unreadable(root, failed);
        }
        series(root, "");
        if (channels.isEmpty() && isDirectory(root.resolve(Places.MIRROR))) {
            below();
        }
        int score = score();
        return score == 0 ? Optional.empty() : Optional.of(recognition(score));
    }

    private void entries() throws IOException {
        int count = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                if (++count > MOST_ENTRIES) {
                    return;
                }
                entry(entry, entry.getFileName().toString());
            }
        }
    }

    private void entry(Path entry, String file) {
        Optional<ImageName> name = ImageNames.image(file);
        if (name.isPresent() && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
            images.add(name.get());
        } else if (file.endsWith(ImageNames.SUFFIX) && notices.size() < MOST_NOTICES) {
            notices.add(Notice.warning(
                    "notice.puavo.name", "object", EntryPath.of(file).text()));
        }
    }

    /** Series published in a tree that lies at a path below the root. */
    private void series(Path tree, String below) throws ProblemException {
        for (Path file : new MetaDirectory(tree).files()) {
            SeriesReader reader = new SeriesReader(file.toString());
            try {
                for (PublishedSeries each : reader.read(MetaDirectory.bytes(file))) {
                    channel(each, below + Places.META + "/" + file.getFileName());
                }
                reader.base().ifPresent(base -> options.put(PuavoOptions.BASE_URL, List.of(base)));
            } catch (ProblemException damaged) {
                notices.add(Notice.warning(
                        "notice.puavo.document",
                        "object",
                        file,
                        "place",
                        damaged.problem().args().getOrDefault("place", "")));
            }
        }
    }

    private void channel(PublishedSeries series, String link) {
        String target = series.images().isEmpty()
                ? ""
                : series.images().getLast().name().id();
        boolean held = images.stream().anyMatch(image -> image.id().equals(target));
        channels.add(new Recognition.FoundChannel(series.name(), link, held ? target : ""));
    }

    /** The usual place of the published tree is below the images; that one is to be adopted. */
    private void below() throws ProblemException {
        Path mirror = root.resolve(Places.MIRROR);
        series(mirror, Places.MIRROR + "/");
        if (!images.isEmpty()) {
            notices.add(Notice.info("notice.puavo.mirror", "object", root, "mirror", mirror));
        }
    }

    private int score() {
        boolean published = isDirectory(root.resolve(Places.DELTAS))
                || Files.isRegularFile(root.resolve(Places.CHECKSUMS), LinkOption.NOFOLLOW_LINKS);
        if (images.isEmpty()) {
            return 0;
        } else if (channels.isEmpty()) {
            return published ? 75 : 55;
        }
        return channels.getFirst().link().startsWith(Places.MIRROR + "/") ? 70 : 95;
    }

    private Recognition recognition(int score) throws ProblemException {
        List<Recognition.FoundVersion> versions = images.stream()
                .map(image -> new Recognition.FoundVersion(image.id(), image.file()))
                .toList();
        return new Recognition(PuavoKind.ID, score, versions, channels, List.of(), upstream(score), notices);
    }

    /** A published tree gets its images from the directory around it, if there are some. */
    private Upstream upstream(int score) throws ProblemException {
        Path around = score > 70 ? root.getParent() : root;
        boolean source = around != null && !new ImageReader(around).images().isEmpty();
        if (source) {
            options.put(PuavoOptions.IMAGES, List.of(around.toString()));
        }
        return PuavoOptions.complete(new Upstream(source ? around.toUri().toString() : "", valid()));
    }

    /** What was guessed from somebody's documents is left out where it could not be set by hand. */
    private Map<String, List<String>> valid() {
        return options.entrySet().stream()
                .filter(each -> PuavoOptions.accepts(each.getKey(), each.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }
}
