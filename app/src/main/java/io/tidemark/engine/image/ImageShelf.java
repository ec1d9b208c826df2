package io.tidemark.engine.image;

import io.tidemark.delta.DeltaForecast;
import io.tidemark.delta.DeltaPair;
import io.tidemark.delta.SampledForecast;
import io.tidemark.engine.Images.Between;
import io.tidemark.engine.Images.Image;
import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Images of one file each, those that are there and those that are about to be taken in. */
final class ImageShelf implements Shelf {

    private final ImageNow now;
    private final DeltaSettings settings;
    private final ForetoldSizes foretold;
    private final Map<String, Path> files = new HashMap<>();
    private final List<Image> images = new ArrayList<>();

    ImageShelf(ImageNow now, DeltaSettings settings, ForetoldSizes foretold, List<NewImage> fresh) {
        this.now = now;
        this.settings = settings;
        this.foretold = foretold;
        now.names().values().forEach(name -> add(name.id(), name.stamp(), now.path(name.id())));
        fresh.stream()
                .filter(image -> !files.containsKey(image.name().id()))
                .forEach(image -> add(image.name().id(), image.name().stamp(), image.file()));
    }

    private void add(String id, String stamp, Path file) {
        files.put(id, file);
        images.add(
                new Image(id, stamp, file.toFile().length(), settings.clients().getOrDefault(id, -1L)));
    }

    @Override
    public Between between() {
        return Between.IMAGES;
    }

    @Override
    public DeltaSettings settings() {
        return settings;
    }

    @Override
    public List<Image> images() {
        return List.copyOf(images);
    }

    @Override
    public Map<String, List<String>> series() {
        return now.series();
    }

    @Override
    public Map<DeltaPair, Stored> stored() {
        Map<DeltaPair, Stored> stored = new LinkedHashMap<>();
        now.deltas().values().stream().filter(DeltaFacts::kept).forEach(each -> {
            long bytes = each.sums().size();
            stored.put(new DeltaPair(each.from(), each.to()), new Stored(bytes, bytes, each.took()));
        });
        return stored;
    }

    @Override
    public Map<DeltaPair, Long> dropped() {
        Map<DeltaPair, Long> dropped = new HashMap<>();
        now.deltas().values().stream()
                .filter(each -> !each.kept())
                .forEach(each -> dropped.put(
                        new DeltaPair(each.from(), each.to()), each.sums().size()));
        return dropped;
    }

    @Override
    public List<DeltaPair> wanted() {
        return new DeltaPairs(now.names().keySet(), settings, DeltaWish.none()).all(now.series());
    }

    @Override
    public List<DeltaPair> besides(int targets) {
        return List.of();
    }

    @Override
    public double share() {
        return settings.sharePercent() / 100.0;
    }

    @Override
    public long without(DeltaPair pair) {
        return files.get(pair.to()).toFile().length();
    }

    @Override
    public Foretelling foretelling(JobContext job) {
        SampledForecast sampled = new SampledForecast(files, job);
        DeltaForecast known = foretold.over(sampled, files, job);
        return new Foretelling() {
            @Override
            public long bytes(DeltaPair pair) throws ProblemException, InterruptedException {
                return known.bytes(pair);
            }

            @Override
            public void close() {
                sampled.close();
            }
        };
    }
}
