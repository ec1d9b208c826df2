package io.tidemark.kind.puavo;

import io.tidemark.job.JobContext;
import io.tidemark.kind.ImageName;
import io.tidemark.kind.RepositoryKind.IdentitySink;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads images on this machine: one file, or all that lie right in a directory. Links are not followed. */
final class ImageReader {

    private static final int MOST = 100_000;

    private final Path place;

    ImageReader(Path place) {
        this.place = place;
    }

    /** One image and what the file system says of it. */
    record Held(ImageName name, Path path, BasicFileAttributes attributes) {}

    /** Facts of the newest image; none where there is no image. */
    VersionFacts facts(JobContext job) throws ProblemException, InterruptedException {
        job.checkpoint();
        List<Held> images = images();
        return images.isEmpty() ? VersionFacts.none() : facts(images.getLast());
    }

    private static VersionFacts facts(Held image) {
        Map<String, String> facts =
                ImageFacts.of(image.name(), image.attributes().size());
        Superblock.of(image.path()).ifPresent(head -> {
            facts.put(ImageFacts.MADE, head.made().toString());
            facts.put(ImageFacts.COMPRESSION, head.compression());
        });
        return ImageFacts.facts(facts);
    }

    void identities(IdentitySink sink) throws ProblemException {
        for (Held each : images()) {
            BasicFileAttributes now = each.attributes();
            String time = now.lastModifiedTime().toInstant().toString();
            sink.accept(each.name().file(), Promise.ofState(now.size(), time));
        }
    }

    /** The images, oldest first. */
    List<Held> images() throws ProblemException {
        List<Held> images = new ArrayList<>();
        try {
            if (Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
                held(place).ifPresent(images::add);
                return images;
            }
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(place, "*" + ImageNames.SUFFIX)) {
                for (Path entry : entries) {
                    if (images.size() < MOST) {
                        held(entry).ifPresent(images::add);
                    }
                }
            }
        } catch (DirectoryIteratorException failed) {
            throw Problems.unreadable(place, failed.getCause());
        } catch (IOException failed) {
            throw Problems.unreadable(place, failed);
        }
        images.sort(Comparator.comparing(Held::name, ImageNames.BY_AGE));
        return images;
    }

    private static Optional<Held> held(Path file) throws IOException {
        Optional<ImageName> name = ImageNames.image(file.getFileName().toString());
        if (name.isEmpty() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return Optional.of(new Held(name.get(), file, now));
    }
}
