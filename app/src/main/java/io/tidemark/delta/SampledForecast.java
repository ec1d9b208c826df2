package io.tidemark.delta;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Forecasts from samples of the images themselves; keeps what it learned of the last old image. Used by one thread. */
public final class SampledForecast implements DeltaForecast, AutoCloseable {

    private final Map<String, Path> files;
    private final JobContext job;
    private String old = "";
    private Optional<DeltaSample> sample = Optional.empty();

    /** Forecasts for images that lie in these files. */
    public SampledForecast(Map<String, Path> files, JobContext job) {
        this.files = Map.copyOf(files);
        this.job = job;
    }

    @Override
    public long bytes(DeltaPair pair) throws ProblemException, InterruptedException {
        if (!old.equals(pair.from())) {
            close();
            sample = Optional.of(DeltaSample.of(file(pair.from()), job));
            old = pair.from();
        }
        return sample.orElseThrow().predict(file(pair.to()));
    }

    private Path file(String id) {
        return Objects.requireNonNull(files.get(id), id);
    }

    @Override
    public void close() {
        sample.ifPresent(DeltaSample::close);
        sample = Optional.empty();
        old = "";
    }
}
