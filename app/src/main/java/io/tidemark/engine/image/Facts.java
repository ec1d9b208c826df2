package io.tidemark.engine.image;

import io.tidemark.job.JobContext;
import io.tidemark.kind.ImageSums;
import io.tidemark.kind.PublishedImage;
import io.tidemark.kind.PublishedSeries;
import io.tidemark.model.ProblemException;
import java.util.Optional;

/** What is known of images, without writing it down: from notes, else from what is published here, else by reading them. */
record Facts(ImageNow now, JobContext job) {

    /** Of an image, looked for in the document of a series here. */
    ImageFacts of(String series, String image) throws ProblemException, InterruptedException {
        Optional<ImageFacts> noted = new ImageLibrary(now.repository().store()).image(image);
        Optional<ImageFacts> known = noted.isPresent() ? noted : published(series, image);
        if (known.isPresent()) {
            return known.get();
        }
        job.progress().phase("sums", 1, now.path(image).toFile().length());
        ImageSums sums = now.tree().sums(now.path(image), job);
        return new ImageFacts(sums, now.tree().definitions(now.path(image), job).json());
    }

    private Optional<ImageFacts> published(String series, String image) throws ProblemException {
        for (PublishedSeries each : now.tree().published(now.root())) {
            for (PublishedImage known : each.images()) {
                if (each.name().equals(series) && known.name().id().equals(image)) {
                    return Optional.of(new ImageFacts(known.sums(), known.definitions()));
                }
            }
        }
        return Optional.empty();
    }
}
