package io.tidemark.ui;

import io.tidemark.engine.Images;
import io.tidemark.job.JobContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The images of the sample: there are none, for its repositories have packages. */
final class SampleImages implements Images {

    @Override
    public boolean has(String dir) {
        return false;
    }

    @Override
    public Matrix matrix(String dir) {
        return new Matrix(List.of(), Map.of(), List.of(), 0, 0, -1);
    }

    @Override
    public Matrix plan(String dir, Wish wish, JobContext job) {
        return matrix(dir);
    }

    @Override
    public Workers workers(String dir) {
        return new Workers(0, List.of(), 0);
    }

    @Override
    public void widen(String dir, int width) {}

    @Override
    public Procedure procedure(String kind, String images, Optional<String> workTree) {
        return new Procedure(Map.of(), Map.of());
    }

    @Override
    public List<String> configure(String kind, String images, String mirror, String base, String workTree) {
        return List.of();
    }

    @Override
    public BlockMap compare(String dir, String from, String to, JobContext job) {
        return new BlockMap(0, 1, List.of(), 0, 0, List.of());
    }
}
