package io.tidemark.engine.image;

import io.tidemark.delta.DeltaApplier;
import io.tidemark.delta.DeltaLimits;
import io.tidemark.engine.delta.FreshFile;
import io.tidemark.engine.repository.FileFetch;
import io.tidemark.job.JobContext;
import io.tidemark.kind.ImageSums;
import io.tidemark.kind.ImageTree;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import io.tidemark.source.Answer;
import io.tidemark.source.Request;
import io.tidemark.source.Source;
import io.tidemark.source.SourceException;
import io.tidemark.store.Staging;
import io.tidemark.store.WriteSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fetches images from another repository: by a delta where an image that it starts from is here, whole otherwise or when
 * the delta turns out to be of no use. What arrives must have the sums that were promised before it becomes a version.
 */
final class RemoteTaking {

    private static final int BUFFER = 1 << 17;

    /** The code of bytes that are not the promised ones. */
    private static final String LIE = "upstream.content";

    private final ImageNow now;
    private final WriteSession session;
    private final JobContext job;
    private final List<Notice> notices = new ArrayList<>();
    private final Source source;

    RemoteTaking(ImageNow now, WriteSession session, Source source, JobContext job) {
        this.now = now;
        this.session = session;
        this.source = source;
        this.job = job;
    }

    /** What was odd about images. */
    List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** Fetches one image; afterwards it is a sealed version that no series has yet. */
    void take(RemoteImage image) throws ProblemException, InterruptedException {
        job.progress().phase("fetch", 1, image.bytes());
        Staging staging = session.stage(image.name().id());
        boolean here = staging.present().containsKey(image.name().file());
        if (!here && (image.way().isEmpty() || !byDelta(image, staging))) {
            whole(image, staging);
        }
        Path file = staging.tree().resolve(image.name().file());
        ImageSums sums = now.tree().sums(file, job);
        require(image, sums);
        ImageTree.Definitions definitions = now.tree().definitions(file, job);
        definitions.notice().ifPresent(notices::add);
        ImageLibrary.image(session, image.name().id(), new ImageFacts(sums, definitions.json()));
        VersionFacts facts = now.repository().kind().inspect(file, job);
        staging.sealFile(image.name().file(), facts, job);
        job.log("log.image.fetched", "object", image.name().id(), "bytes", image.bytes());
    }

    private void whole(RemoteImage image, Staging staging) throws ProblemException, InterruptedException {
        try {
            new FileFetch(now.repository().kind(), staging, job).from(source, wanted(image));
        } catch (ProblemException failed) {
            if (failed.problem().code().equals(LIE)) {
                // What was refused is of no use to a later try; a broken line leaves its part for going on.
                session.discard(image.name().id());
            }
            throw failed;
        }
    }

    private void require(RemoteImage image, ImageSums sums) throws ProblemException {
        boolean right = sums.size() == image.sums().size()
                && sums.sha256().equals(image.sums().sha256())
                && sums.sha512().equals(image.sums().sha512());
        if (!right) {
            session.discard(image.name().id());
            throw new ProblemException(Problem.of(
                    LIE, Problem.Category.REFUSED, "object", image.name().file()));
        }
    }

    /** Whether the delta made the image. */
    private boolean byDelta(RemoteImage image, Staging staging) throws ProblemException, InterruptedException {
        RemoteImage.Way way = image.way().orElseThrow();
        Path delta = session.products().resolve("fetched-" + way.delta().file());
        try {
            fetch(
                    now.tree().deltaPath(now.name(way.source()), image.name()),
                    way.delta().sums(),
                    delta);
            try (Staging.Part part =
                    staging.begin(image.name().file(), wanted(image).identity())) {
                part.restart();
                apply(image, now.path(way.source()), delta, part);
                part.commit(Optional.empty());
            }
            return true;
        } catch (ProblemException useless) {
            notices.add(Notice.warning(
                    "image.delta-useless",
                    "object",
                    way.delta().file(),
                    "code",
                    useless.problem().code()));
            return false;
        } catch (IOException failed) {
            throw FreshFile.unwritable(delta, failed);
        } finally {
            clear(delta);
        }
    }

    private void apply(RemoteImage image, Path old, Path delta, Staging.Part part)
            throws ProblemException, IOException, InterruptedException {
        DeltaLimits limits = DeltaLimits.known(image.sums().size(), image.sums().sha256());
        try (OutputStream out = part.append(Optional.empty())) {
            new DeltaApplier(job).apply(old, delta, limits, out);
        }
    }

    private void fetch(String location, ImageSums promised, Path file)
            throws ProblemException, IOException, InterruptedException {
        try (Answer answer = source.open(Request.whole(location, promised.size()), job);
                OutputStream out = Files.newOutputStream(file)) {
            copy(answer.body(), out, location);
        }
        if (!now.tree().sums(file, job).sha512().equals(promised.sha512())) {
            throw new ProblemException(Problem.of(LIE, Problem.Category.REFUSED, "object", location));
        }
    }

    private void copy(InputStream in, OutputStream out, String location)
            throws ProblemException, IOException, InterruptedException {
        byte[] buffer = new byte[BUFFER];
        for (int got = read(in, buffer, location); got >= 0; got = read(in, buffer, location)) {
            out.write(buffer, 0, got);
            job.progress().bytes(got);
            job.checkpoint();
        }
    }

    private static int read(InputStream in, byte[] buffer, String location)
            throws ProblemException, InterruptedException {
        try {
            return in.read(buffer);
        } catch (IOException broken) {
            throw SourceException.problem(broken, location);
        }
    }

    private WantedFile wanted(RemoteImage image) {
        return now.tree().wanted(image.name(), image.sums());
    }

    private static void clear(Path file) throws ProblemException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw FreshFile.unwritable(file, failed);
        }
    }
}
