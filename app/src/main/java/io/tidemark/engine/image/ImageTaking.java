package io.tidemark.engine.image;

import io.tidemark.job.JobContext;
import io.tidemark.kind.ImageSums;
import io.tidemark.kind.ImageTree;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import io.tidemark.store.Staging;
import io.tidemark.store.WriteSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes images in: linked into the tree, read once, sealed. */
final class ImageTaking {

    private final ImageNow now;
    private final WriteSession session;
    private final JobContext job;
    private final List<Notice> notices = new ArrayList<>();
    private final Set<String> read = new HashSet<>();

    ImageTaking(ImageNow now, WriteSession session, JobContext job) {
        this.now = now;
        this.session = session;
        this.job = job;
    }

    /** What was odd about images. */
    List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** The images that were read from end to end, and are what they are known to be. */
    Set<String> read() {
        return Set.copyOf(read);
    }

    /** Takes one image in; afterwards it is a sealed version that no series has yet. */
    void take(NewImage image) throws ProblemException, InterruptedException {
        job.progress().phase("sums", 1, image.size());
        String file = image.name().file();
        String id = image.name().id();
        List<ImageSums> sums = new ArrayList<>();
        Staging staging = session.stage(id);
        staging.bring(
                file,
                image.file(),
                "size:" + image.size(),
                path -> {
                    sums.add(now.tree().sums(path, job));
                    return sums.getFirst().sha256();
                },
                job);
        VersionFacts facts = now.repository().kind().inspect(staging.tree().resolve(file), job);
        if (!sums.isEmpty()) {
            keep(id, sums.getFirst(), staging.tree().resolve(file));
        }
        staging.sealFile(file, facts, job);
        job.log("log.image.taken", "object", id);
    }

    /** What is known of an image; it is read if nothing is. */
    ImageFacts facts(String id) throws ProblemException, InterruptedException {
        Optional<ImageFacts> known = new ImageLibrary(now.repository().store()).image(id);
        if (known.isPresent()) {
            return known.get();
        }
        Path path = now.path(id);
        job.progress().phase("sums", 1, path.toFile().length());
        return keep(id, now.tree().sums(path, job), path);
    }

    private ImageFacts keep(String id, ImageSums sums, Path file) throws ProblemException, InterruptedException {
        ImageTree.Definitions definitions = now.tree().definitions(file, job);
        definitions.notice().ifPresent(notices::add);
        ImageFacts facts = new ImageFacts(sums, definitions.json());
        ImageLibrary.image(session, id, facts);
        read.add(id);
        return facts;
    }
}
