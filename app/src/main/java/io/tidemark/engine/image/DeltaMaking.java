package io.tidemark.engine.image;

import io.tidemark.delta.DeltaFigures;
import io.tidemark.delta.DeltaMaker;
import io.tidemark.delta.DeltaPair;
import io.tidemark.delta.DeltaProof;
import io.tidemark.delta.OpenImages;
import io.tidemark.engine.Json;
import io.tidemark.engine.delta.FreshFile;
import io.tidemark.job.JobContext;
import io.tidemark.kind.ImageSums;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;

/**
 * Makes deltas among the products of a repository, of images that are known to be what they were when they were taken in.
 * Each is proved against the image that it makes, summed, made durable and named; then a note beside it says so, by which
 * the next run knows it. Safe for all threads; to be closed.
 */
final class DeltaMaking implements AutoCloseable {

    private static final String NOTE = ".json";

    private final ImageNow now;
    private final DeltaSettings settings;
    private final Map<String, ImageFacts> images;
    private final Path products;
    private final Map<String, DeltaFacts> made = new ConcurrentHashMap<>();
    private final OpenImages open = new OpenImages();

    DeltaMaking(ImageNow now, DeltaSettings settings, Map<String, ImageFacts> images, Path products) {
        this.now = now;
        this.settings = settings;
        this.images = Map.copyOf(images);
        this.products = products;
    }

    /** What was made or found finished, by file name. */
    Map<String, DeltaFacts> made() {
        return Map.copyOf(made);
    }

    /** Bytes of those that are kept. */
    long bytes() {
        return made.values().stream()
                .filter(DeltaFacts::kept)
                .mapToLong(delta -> delta.sums().size())
                .sum();
    }

    /** Whether an earlier run finished this pair, which is then among what was made. */
    boolean isFinished(DeltaPair pair) throws ProblemException {
        String file = now.deltaFile(pair);
        Optional<DeltaFacts> noted = noted(file);
        boolean same = noted.isPresent()
                && noted.get().oldSha256().equals(sha256(pair.from()))
                && noted.get().newSha256().equals(sha256(pair.to()))
                && (!noted.get().kept() || isWhole(products.resolve(file), noted.get()));
        if (same) {
            made.put(file, noted.get());
        }
        return same;
    }

    /** Makes one delta, or takes over a published one that proves right. */
    void make(DeltaPair pair, JobContext job) throws ProblemException, InterruptedException {
        String file = now.deltaFile(pair);
        Path published = now.root().resolve(now.deltaPath(pair));
        try {
            DeltaFacts facts = Files.isRegularFile(published) && !now.deltas().containsKey(file)
                    ? takenOver(pair, published, job)
                    : fresh(pair, file, job);
            made.put(file, facts);
        } catch (IOException failed) {
            Path path = products.resolve(file);
            throw FreshFile.unwritable(path, failed);
        }
    }

    private DeltaFacts takenOver(DeltaPair pair, Path published, JobContext job)
            throws ProblemException, IOException, InterruptedException {
        Path copy = products.resolve(now.deltaFile(pair));
        Files.deleteIfExists(copy);
        try {
            prove(pair, published, job);
        } catch (ProblemException wrong) {
            return fresh(pair, now.deltaFile(pair), job);
        }
        Files.createLink(copy, published);
        return note(pair, now.tree().sums(copy, job), true, OptionalLong.empty());
    }

    private DeltaFacts fresh(DeltaPair pair, String file, JobContext job)
            throws ProblemException, IOException, InterruptedException {
        Path part = products.resolve(file + ".part");
        long size = images.get(pair.to()).sums().size();
        long start = System.nanoTime();
        job.progress().phase("delta", -1, size);
        DeltaFigures figures;
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            figures = new DeltaMaker(job).make(open, now.path(pair.from()), now.path(pair.to()), out, products);
            out.force(true);
        }
        if (figures.bytes() > size / 100.0 * settings.sharePercent()) {
            Files.delete(part);
            return note(pair, new ImageSums(figures.bytes(), 0, "", ""), false, since(start));
        }
        prove(pair, part, job);
        OptionalLong took = since(start);
        Path delta = Files.move(part, products.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        return note(pair, now.tree().sums(delta, job), true, took);
    }

    /** A delta that does not make the image is worse than none. */
    private void prove(DeltaPair pair, Path delta, JobContext job) throws ProblemException, InterruptedException {
        job.progress().phase("prove", -1, images.get(pair.to()).sums().size());
        new DeltaProof(job).require(open, now.path(pair.from()), delta, now.path(pair.to()));
    }

    private static OptionalLong since(long start) {
        return OptionalLong.of((System.nanoTime() - start) / 1_000_000);
    }

    private DeltaFacts note(DeltaPair pair, ImageSums sums, boolean kept, OptionalLong took) throws IOException {
        DeltaFacts facts =
                new DeltaFacts(pair.from(), pair.to(), sha256(pair.from()), sha256(pair.to()), sums, kept, took);
        Path note = products.resolve(now.deltaFile(pair) + NOTE);
        Path part = products.resolve(now.deltaFile(pair) + NOTE + ".part");
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(Json.write(facts).getBytes(StandardCharsets.UTF_8)));
            out.force(true);
        }
        Files.move(part, note, StandardCopyOption.ATOMIC_MOVE);
        return facts;
    }

    /** Notes are of no use once the list of deltas says the same. */
    void forget() throws ProblemException {
        for (String file : made.keySet()) {
            Path note = products.resolve(file + NOTE);
            try {
                Files.deleteIfExists(note);
            } catch (IOException failed) {
                throw FreshFile.unwritable(note, failed);
            }
        }
    }

    private Optional<DeltaFacts> noted(String file) throws ProblemException {
        Path note = products.resolve(file + NOTE);
        try {
            return Files.isRegularFile(note)
                    ? Optional.of(Json.read(Files.readString(note), DeltaFacts.class))
                    : Optional.empty();
        } catch (IOException | JacksonException torn) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        open.close();
    }

    private String sha256(String image) {
        return images.get(image).sums().sha256();
    }

    private static boolean isWhole(Path file, DeltaFacts facts) {
        try {
            return Files.size(file) == facts.sums().size();
        } catch (IOException missing) {
            return false;
        }
    }
}
