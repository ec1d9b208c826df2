package io.tidemark.engine.image;

import io.tidemark.delta.DeltaMap;
import io.tidemark.delta.DeltaPair;
import io.tidemark.delta.SampledForecast;
import io.tidemark.engine.Images;
import io.tidemark.engine.commit.CommitNow;
import io.tidemark.engine.delta.FreshFile;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.CpuPool;
import io.tidemark.job.JobContext;
import io.tidemark.job.Unwatched;
import io.tidemark.kind.ImageSettings;
import io.tidemark.kind.ImageTree;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at repositories of images and of commits on this machine. Safe for all threads. */
public final class LocalImages implements Images {

    private static final int CELLS = 4096;

    private final Repositories repositories;
    private final RunningWorkers running;
    private final JobContext unwatched;
    private final ForetoldSizes foretold = new ForetoldSizes();
    private final KnownWeights weights = new KnownWeights();

    /** Looks at repositories, and at the workers of this process. */
    public LocalImages(Repositories repositories, RunningWorkers running, CpuPool cpu) {
        this.repositories = repositories;
        this.running = running;
        this.unwatched = new Unwatched(cpu);
    }

    @Override
    public boolean has(String dir) throws ProblemException {
        return repositories.open(dir).kind().images().isPresent();
    }

    @Override
    public Between between(String dir) throws ProblemException {
        RepositoryKind kind = repositories.open(dir).kind();
        if (kind.images().isPresent()) {
            return Between.IMAGES;
        }
        return kind.commits().isPresent() ? Between.COMMITS : Between.NOTHING;
    }

    @Override
    public Matrix matrix(String dir) throws ProblemException, InterruptedException {
        return new DeltaMatrix(shelf(dir, unwatched)).known();
    }

    @Override
    public Matrix plan(String dir, Wish wish, JobContext job) throws ProblemException, InterruptedException {
        return new DeltaMatrix(shelf(dir, job)).planned(wish, job);
    }

    private Shelf shelf(String dir, JobContext job) throws ProblemException, InterruptedException {
        Opened repository = repositories.open(dir);
        if (repository.kind().commits().isPresent()) {
            return CommitShelf.of(CommitNow.of(repository), weights, job);
        }
        return new ImageShelf(ImageNow.of(repository), DeltaSettings.of(repository), foretold, List.of());
    }

    @Override
    public Workers workers(String dir) throws ProblemException {
        Optional<DeltaWorkers> workers = running.at(repositories.place(dir));
        if (workers.isEmpty()) {
            return Workers.none();
        }
        List<Worker> busy = workers.get().busy().stream()
                .map(w -> new Worker(
                        w.number(), w.pair().from(), w.pair().to(), w.progress().sample()))
                .toList();
        return new Workers(
                workers.get().width(),
                busy,
                pairs(workers.get().waiting()),
                pairs(workers.get().made()));
    }

    private static List<Pair> pairs(List<DeltaPair> pairs) {
        return pairs.stream().map(pair -> new Pair(pair.from(), pair.to())).toList();
    }

    @Override
    public void widen(String dir, int width) throws ProblemException {
        running.at(repositories.place(dir)).ifPresent(workers -> workers.width(width));
    }

    @Override
    public BlockMap compare(String dir, String from, String to, JobContext job)
            throws ProblemException, InterruptedException {
        ImageNow now = now(dir);
        Path old = path(now, from);
        Path image = path(now, to);
        job.progress().phase("delta", -1, image.toFile().length());
        try {
            Path scratch = Files.createTempDirectory("tidemark-map");
            try {
                ChangedFiles files = new ChangedFiles(now.tree(), old, image, job);
                DeltaMap map = DeltaMap.of(old, image, CELLS, scratch, files::fresh, job);
                return map(map, sizes(now, from, to, map, job), files.contents(map.cell(), map.fresh().length, job));
            } finally {
                Files.delete(scratch);
            }
        } catch (IOException failed) {
            throw FreshFile.unwritable(Path.of(System.getProperty("java.io.tmpdir")), failed);
        }
    }

    /** The way back is looked up, or foretold. */
    private DeltaSizes sizes(ImageNow now, String from, String to, DeltaMap map, JobContext job)
            throws ProblemException, InterruptedException {
        DeltaPair back = new DeltaPair(
                now.repository().complete(to).name(),
                now.repository().complete(from).name());
        long forward = map.delta().bytes();
        Long there = now.existing().get(back);
        if (there != null) {
            return new DeltaSizes(forward, there, false);
        }
        Map<String, Path> files = Map.of(back.from(), now.path(back.from()), back.to(), now.path(back.to()));
        try (SampledForecast forecast = new SampledForecast(files, job)) {
            return new DeltaSizes(forward, foretold.over(forecast, files, job).bytes(back), true);
        }
    }

    @Override
    public Procedure procedure(String kind, String images, Optional<String> workTree) throws ProblemException {
        WorkTree tree = workTree(kind, images);
        if (workTree.isPresent()) {
            Procedure configured = tree.configured(Path.of(workTree.get()));
            if (!configured.series().isEmpty()) {
                return configured;
            }
        }
        return tree.byCustom();
    }

    @Override
    public List<String> configure(String kind, String images, String mirror, String base, String workTree)
            throws ProblemException {
        return workTree(kind, images).write(Path.of(workTree), mirror, base);
    }

    private WorkTree workTree(String kind, String images) throws ProblemException {
        ImageSettings settings = repositories
                .kind(kind)
                .images()
                .flatMap(ImageTree::settings)
                .orElseThrow(() -> new ProblemException(
                        Problem.of("image.kind", Problem.Category.USAGE, "object", images, "kind", kind)));
        return new WorkTree(settings, Path.of(images).toAbsolutePath().normalize());
    }

    private static BlockMap map(DeltaMap map, DeltaSizes sizes, Contents contents) {
        List<Integer> permille = new ArrayList<>();
        long changed = 0;
        for (int i = 0; i < map.fresh().length; i++) {
            long length = Math.min(map.cell(), map.size() - i * map.cell());
            permille.add((int) (map.fresh()[i] * 1000 / length));
            changed += map.fresh()[i];
        }
        return new BlockMap(map.size(), map.cell(), permille, changed, sizes, contents);
    }

    private static Path path(ImageNow now, String id) throws ProblemException {
        return now.path(now.repository().complete(id).name());
    }

    private ImageNow now(String dir) throws ProblemException {
        Opened repository = repositories.open(dir);
        return ImageNow.of(repository);
    }
}
