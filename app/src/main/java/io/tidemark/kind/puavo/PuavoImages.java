package io.tidemark.kind.puavo;

import io.tidemark.job.JobContext;
import io.tidemark.kind.ImageLayout;
import io.tidemark.kind.ImageName;
import io.tidemark.kind.ImageSettings;
import io.tidemark.kind.ImageSums;
import io.tidemark.kind.ImageTree;
import io.tidemark.kind.PublishedSeries;
import io.tidemark.kind.WantedFile;
import io.tidemark.kind.puavo.squash.SquashImage;
import io.tidemark.model.EntryPath;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Unsquashfs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Names, documents and sums of a published tree of images. */
final class PuavoImages implements ImageTree {

    private final Unsquashfs program;

    PuavoImages(Unsquashfs program) {
        this.program = program;
    }

    @Override
    public Optional<ImageName> name(String file) {
        return ImageNames.image(file);
    }

    @Override
    public String seriesOf(ImageName image) {
        return ImageNames.series(image);
    }

    @Override
    public String deltaPath(ImageName from, ImageName to) {
        return Places.DELTAS + "/" + ImageNames.delta(from, to);
    }

    @Override
    public String seriesPath(String series) {
        return Places.series(series);
    }

    @Override
    public SequencedMap<String, byte[]> documents(List<PublishedSeries> series, String base) {
        SeriesWriter writer = new SeriesWriter(base.replaceFirst("/+$", ""));
        SequencedMap<String, byte[]> documents = new LinkedHashMap<>();
        series.forEach(each -> documents.put(seriesPath(each.name()), writer.document(each)));
        documents.put(Places.CHECKSUMS, SeriesWriter.checksums(series));
        return documents;
    }

    @Override
    public List<PublishedSeries> read(String where, byte[] document) throws ProblemException {
        return new SeriesReader(where).read(document);
    }

    @Override
    public List<PublishedSeries> published(Path tree) throws ProblemException {
        return new MetaDirectory(tree).read();
    }

    @Override
    public Optional<ImageSettings> settings() {
        return Optional.of(new PuavoSettings());
    }

    @Override
    public WantedFile wanted(ImageName name, ImageSums promised) {
        return PuavoSurvey.wanted(name, promised);
    }

    @Override
    public ImageSums sums(Path file, JobContext job) throws ProblemException, InterruptedException {
        return new FileSums(file, job).read();
    }

    /** Only squashfs images tell, and only where there is a program that reads them. */
    @Override
    public Map<String, Long> contents(Path image, JobContext job) throws ProblemException, InterruptedException {
        job.checkpoint();
        if (Superblock.of(image).isEmpty()) {
            return Map.of();
        }
        Map<String, Long> sizes = new HashMap<>();
        for (Unsquashfs.Listed each : program.list(image)) {
            if (each.type() == '-') {
                sizes.put(EntryPath.of(each.path()).text(), each.size());
            }
        }
        return sizes;
    }

    /** Images that are damaged tell nothing; what is compared are their bytes all the same. */
    @Override
    public Optional<ImageLayout> layout(Path image, JobContext job) throws InterruptedException {
        try {
            return Superblock.of(image).isEmpty() ? Optional.empty() : SquashImage.layout(image, job);
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public ImageTree.Definitions definitions(Path image, JobContext job) throws InterruptedException {
        return new io.tidemark.kind.puavo.Definitions(program, image).read(job);
    }
}
