package io.tidemark.engine.image;

import io.tidemark.delta.DeltaDecision;
import io.tidemark.delta.DeltaImage;
import io.tidemark.delta.DeltaPair;
import io.tidemark.delta.DeltaPlan;
import io.tidemark.delta.DeltaPlanner;
import io.tidemark.delta.DeltaPolicy;
import io.tidemark.delta.SampledForecast;
import io.tidemark.engine.Images;
import io.tidemark.engine.Images.Cell;
import io.tidemark.engine.Images.Image;
import io.tidemark.engine.Images.Matrix;
import io.tidemark.engine.Images.Way;
import io.tidemark.job.JobContext;
import io.tidemark.model.Phrase;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** All pairs of images of one repository. */
final class ImageMatrix {

    private final ImageNow now;
    private final DeltaSettings settings;
    private final ForetoldSizes foretold;

    ImageMatrix(ImageNow now, ForetoldSizes foretold) throws ProblemException {
        this.now = now;
        this.foretold = foretold;
        this.settings = DeltaSettings.of(now.repository().config().upstream());
    }

    /** What is there, and what is asked for. */
    Matrix known() throws ProblemException {
        Map<DeltaPair, Long> existing = now.existing();
        Map<DeltaPair, Cell> cells = new LinkedHashMap<>();
        existing.forEach((pair, bytes) -> cells.put(pair, there(pair, bytes)));
        Map<String, List<String>> series = now.series();
        for (DeltaPair pair : new DeltaPairs(now, settings, DeltaWish.none()).all(series)) {
            cells.computeIfAbsent(pair, p -> isDropped(p) ? dropped(p) : planned(p));
        }
        long bytes = existing.values().stream().mapToLong(Long::longValue).sum();
        return new Matrix(images(settings.clients()), series, List.copyOf(cells.values()), bytes, 0, -1);
    }

    /** What is worth having. */
    Matrix planned(Images.Wish wish, JobContext job) throws ProblemException, InterruptedException {
        Map<String, Path> files = new HashMap<>();
        for (String id : now.names().keySet()) {
            files.put(id, now.path(id));
        }
        List<Cell> cells = new ArrayList<>();
        long bytes = 0;
        long fresh = 0;
        long saved = -1;
        DeltaPolicy policy = policy(wish);
        Map<String, Long> clients = clients(wish);
        job.progress().phase("foretell", wanted(policy.targets()), -1);
        try (SampledForecast forecast = new SampledForecast(files, job)) {
            for (List<String> members : now.series().values()) {
                List<DeltaImage> images =
                        members.stream().map(id -> image(id, clients)).toList();
                DeltaPlan plan =
                        new DeltaPlanner(policy, foretold.over(forecast, files, job)).plan(images, now.existing());
                plan.decisions().forEach(decision -> cells.add(cell(decision)));
                bytes += plan.bytes();
                fresh += plan.fresh();
                saved = plan.saved() < 0 ? saved : Math.max(0, saved) + plan.saved();
            }
        }
        return new Matrix(images(clients), now.series(), cells, bytes, fresh, saved);
    }

    /** How many pairs have to be foretold. */
    private long wanted(int targets) {
        Map<DeltaPair, Long> existing = now.existing();
        long count = 0;
        for (List<String> members : now.series().values()) {
            for (String to : members.subList(Math.max(0, members.size() - targets), members.size())) {
                count += members.stream()
                        .filter(from -> !from.equals(to) && !existing.containsKey(new DeltaPair(from, to)))
                        .count();
            }
        }
        return count;
    }

    private DeltaPolicy policy(Images.Wish wish) {
        return new DeltaPolicy(
                wish.targets().orElse(settings.targets()),
                List.of(),
                settings.sharePercent() / 100.0,
                wish.budget().orElse(settings.budget()),
                true);
    }

    /** What is wished for in place of what the settings say. */
    private Map<String, Long> clients(Images.Wish wish) {
        Map<String, Long> clients = new HashMap<>(settings.clients());
        clients.putAll(wish.clients());
        return clients;
    }

    private DeltaImage image(String id, Map<String, Long> clients) {
        return new DeltaImage(id, size(id), clients.getOrDefault(id, -1L));
    }

    private List<Image> images(Map<String, Long> clients) {
        return now.names().values().stream()
                .map(name -> new Image(name.id(), name.stamp(), size(name.id()), clients.getOrDefault(name.id(), -1L)))
                .toList();
    }

    private long size(String id) {
        return now.repository()
                .store()
                .root()
                .resolve(now.name(id).file())
                .toFile()
                .length();
    }

    private boolean isDropped(DeltaPair pair) {
        DeltaFacts facts = now.deltas().get(now.deltaFile(pair));
        return facts != null && !facts.kept();
    }

    private Cell dropped(DeltaPair pair) {
        long bytes = now.deltas().get(now.deltaFile(pair)).sums().size();
        Phrase reason = Phrase.of("delta.reason.full.large", "bytes", bytes, "size", size(pair.to()));
        return new Cell(pair.from(), pair.to(), Way.FULL, size(pair.to()), List.of(), reason);
    }

    private Cell planned(DeltaPair pair) {
        Phrase reason = Phrase.of("delta.reason.policy", "count", settings.targets());
        return new Cell(pair.from(), pair.to(), Way.PLANNED, -1, List.of(), reason);
    }

    private Cell there(DeltaPair pair, long bytes) {
        Phrase reason = Phrase.of("delta.reason.exists");
        return new Cell(pair.from(), pair.to(), Way.EXISTS, bytes, List.of(), reason, took(pair));
    }

    /** Milliseconds that making it took. */
    private OptionalLong took(DeltaPair pair) {
        DeltaFacts facts = now.deltas().get(now.deltaFile(pair));
        return facts == null ? OptionalLong.empty() : facts.took();
    }

    private Cell cell(DeltaDecision decision) {
        Way way =
                switch (decision.way()) {
                    case DIRECT -> Way.PLANNED;
                    case EXISTS -> Way.EXISTS;
                    case CHAIN -> Way.CHAIN;
                    case FULL -> Way.FULL;
                };
        return new Cell(
                decision.pair().from(),
                decision.pair().to(),
                way,
                decision.bytes(),
                decision.via(),
                decision.reason(),
                took(decision.pair()));
    }
}
