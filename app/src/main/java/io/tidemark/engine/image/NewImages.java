package io.tidemark.engine.image;

import io.tidemark.kind.ImageName;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks for images that are no versions yet: in the directory where they are built, and in the published tree itself. */
final class NewImages {

    private static final String SUFFIX = ".img";

    private final ImageNow now;
    private final List<Notice> notices = new ArrayList<>();

    NewImages(ImageNow now) {
        this.now = now;
    }

    /** Files that look like images and have no name that clients would understand. */
    List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** The images, oldest first; one that lies in both places is taken from the tree. */
    List<NewImage> find() throws ProblemException {
        Map<String, NewImage> found = new TreeMap<>();
        Optional<Path> directory = directory(now);
        if (directory.isPresent()) {
            look(directory.get(), found);
        }
        look(now.repository().store().root(), found);
        return found.values().stream()
                .sorted(Comparator.comparing((NewImage i) -> i.name().version())
                        .thenComparing(i -> i.name().id()))
                .toList();
    }

    /** The directory where images are built, where that is on this machine. */
    static Optional<Path> directory(ImageNow now) {
        String url = now.repository().config().upstream().url();
        return url.startsWith("file:") ? Optional.of(Path.of(URI.create(url))) : Optional.empty();
    }

    private void look(Path directory, Map<String, NewImage> found) throws ProblemException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(SUFFIX) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    take(file, found);
                }
            }
        } catch (IOException unreadable) {
            Problem problem = Problem.of("plan.unreadable", Problem.Category.STORAGE, "object", directory);
            throw new ProblemException(problem.with(unreadable.toString()), unreadable);
        }
    }

    private void take(Path file, Map<String, NewImage> found) throws IOException {
        Optional<ImageName> name = now.tree().name(file.getFileName().toString());
        if (name.isEmpty()) {
            notices.add(Notice.warning("image.name", "object", file.getFileName()));
        } else if (!now.names().containsKey(name.get().id())) {
            Path real = file.getParent().toRealPath().resolve(file.getFileName());
            found.put(name.get().id(), new NewImage(name.get(), real, Files.size(file)));
        }
    }
}
