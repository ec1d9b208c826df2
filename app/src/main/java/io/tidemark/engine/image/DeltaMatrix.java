package io.tidemark.engine.image;

import io.tidemark.delta.DeltaDecision;
import io.tidemark.delta.DeltaImage;
import io.tidemark.delta.DeltaPair;
import io.tidemark.delta.DeltaPlan;
import io.tidemark.delta.DeltaPlanner;
import io.tidemark.delta.DeltaPolicy;
import io.tidemark.engine.Images;
import io.tidemark.engine.Images.Between;
import io.tidemark.engine.Images.Cell;
import io.tidemark.engine.Images.Image;
import io.tidemark.engine.Images.Matrix;
import io.tidemark.engine.Images.Way;
import io.tidemark.job.JobContext;
import io.tidemark.model.Phrase;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** All pairs of what the deltas of one repository lead between. */
final class DeltaMatrix {

    private final Shelf shelf;
    private final Map<DeltaPair, Shelf.Stored> stored;
    private final Map<DeltaPair, Long> dropped;

    DeltaMatrix(Shelf shelf) {
        this.shelf = shelf;
        this.stored = shelf.stored();
        this.dropped = shelf.dropped();
    }

    /** What is there, and what is asked for. */
    Matrix known() throws ProblemException, InterruptedException {
        Map<DeltaPair, Cell> cells = new LinkedHashMap<>();
        stored.keySet().forEach(pair -> cells.put(pair, there(pair, "delta.reason.exists")));
        for (DeltaPair pair : shelf.wanted()) {
            if (!cells.containsKey(pair)) {
                cells.put(pair, dropped.containsKey(pair) ? dropped(pair, dropped.get(pair)) : asked(pair, -1));
            }
        }
        return matrix(shelf.images(), cells, new Sums(bytes(), 0, -1));
    }

    private record Sums(long bytes, long fresh, long saved) {}

    /** Where deltas begin with nothing, nothing is in every series. */
    private Matrix matrix(List<Image> known, Map<DeltaPair, Cell> cells, Sums sums) {
        List<Image> images = new ArrayList<>(known);
        Map<String, List<String>> series = new HashMap<>(shelf.series());
        if (cells.keySet().stream().anyMatch(pair -> pair.from().equals(Images.NOTHING))) {
            images.addFirst(new Image(Images.NOTHING, Images.NOTHING, 0, -1));
            series.replaceAll((_, members) ->
                    Stream.concat(Stream.of(Images.NOTHING), members.stream()).toList());
        }
        List<Cell> all = List.copyOf(cells.values());
        return new Matrix(images, series, all, sums.bytes(), sums.fresh(), sums.saved(), shelf.between());
    }

    private long bytes() {
        return stored.values().stream().mapToLong(Shelf.Stored::bytes).sum();
    }

    /** What is worth having. */
    Matrix planned(Images.Wish wish, JobContext job) throws ProblemException, InterruptedException {
        Map<DeltaPair, Cell> cells = new LinkedHashMap<>();
        long saved = -1;
        DeltaPolicy policy = BudgetRule.policy(
                shelf,
                wish.targets().orElse(shelf.settings().targets()),
                wish.budget().orElse(shelf.settings().budget()));
        Map<String, Image> images = counted(wish);
        job.progress().phase("foretell", wanted(policy.targets()), -1);
        try (Shelf.Foretelling forecast = shelf.foretelling(job)) {
            for (List<String> members : shelf.series().values()) {
                List<DeltaImage> each =
                        members.stream().map(id -> image(images.get(id))).toList();
                DeltaPlan plan = new DeltaPlanner(policy, forecast).plan(each, BudgetRule.bytes(shelf));
                for (DeltaDecision decision : plan.decisions()) {
                    cells.put(decision.pair(), cell(decision));
                }
                saved = plan.saved() < 0 ? saved : Math.max(0, saved) + plan.saved();
            }
            for (DeltaPair pair : shelf.besides(policy.targets())) {
                Cell cell = stored.containsKey(pair)
                        ? there(pair, "delta.reason.exists")
                        : new Cell(
                                pair.from(),
                                pair.to(),
                                Way.PLANNED,
                                forecast.bytes(pair),
                                List.of(),
                                Phrase.of("delta.reason.scratch"));
                cells.put(pair, cell);
            }
        }
        if (commits()) {
            saved = saved(cells, images);
        }
        List<Image> shown =
                shelf.images().stream().map(image -> images.get(image.id())).toList();
        return matrix(shown, cells, sums(cells, saved));
    }

    /**
     * What the cells come to: a pair that two series share lies there once, and what was made once and is not worth having is
     * not made again, whatever the planner says of both.
     */
    private Sums sums(Map<DeltaPair, Cell> cells, long saved) {
        long there = 0;
        long fresh = 0;
        for (Map.Entry<DeltaPair, Cell> each : cells.entrySet()) {
            Cell cell = each.getValue();
            there += cell.way() == Way.EXISTS ? stored.get(each.getKey()).bytes() : 0;
            fresh += cell.way() == Way.PLANNED ? cell.bytes() : 0;
        }
        return new Sums(there + fresh, fresh, saved);
    }

    private boolean isUseless(DeltaPair pair) {
        return commits() && dropped.containsKey(pair);
    }

    /** What clients who are counted need not fetch object by object, because of deltas that are there. */
    private long saved(Map<DeltaPair, Cell> cells, Map<String, Image> images)
            throws ProblemException, InterruptedException {
        long saved = -1;
        for (List<String> members : shelf.series().values()) {
            for (String from : members) {
                DeltaPair pair = new DeltaPair(from, members.getLast());
                Cell cell = cells.get(pair);
                long clients = images.get(from).clients();
                if (clients >= 0 && cell != null) {
                    saved = Math.max(0, saved) + clients * (shelf.without(pair) - cell.bytes());
                }
            }
        }
        return saved;
    }

    /** How many pairs have to be foretold. */
    private long wanted(int targets) {
        long count = 0;
        for (List<String> members : shelf.series().values()) {
            for (String to : members.subList(Math.max(0, members.size() - targets), members.size())) {
                count += members.stream()
                        .filter(from -> !from.equals(to) && !stored.containsKey(new DeltaPair(from, to)))
                        .count();
            }
        }
        return count;
    }

    /** With the clients that are wished for in place of those that the settings name. */
    private Map<String, Image> counted(Images.Wish wish) {
        Map<String, Image> images = new HashMap<>();
        for (Image image : shelf.images()) {
            long clients = wish.clients()
                    .getOrDefault(image.id(), wish.clients().getOrDefault(image.version(), image.clients()));
            images.put(image.id(), new Image(image.id(), image.label(), image.size(), clients, image.version()));
        }
        return images;
    }

    private static DeltaImage image(Image image) {
        return new DeltaImage(image.id(), image.size(), image.clients());
    }

    private Cell dropped(DeltaPair pair, long bytes) throws ProblemException, InterruptedException {
        long whole = shelf.without(pair);
        Phrase reason = Phrase.of("delta.reason.full.large", "bytes", bytes, "size", whole);
        return new Cell(pair.from(), pair.to(), Way.FULL, whole, List.of(), said(reason));
    }

    private Cell asked(DeltaPair pair, long bytes) {
        Phrase reason =
                Phrase.of("delta.reason.policy", "count", shelf.settings().targets());
        return new Cell(pair.from(), pair.to(), Way.PLANNED, bytes, List.of(), said(reason));
    }

    private Cell there(DeltaPair pair, String reason) {
        Shelf.Stored delta = stored.get(pair);
        return new Cell(
                pair.from(), pair.to(), Way.EXISTS, delta.fetched(), List.of(), Phrase.of(reason), delta.took());
    }

    private Cell cell(DeltaDecision decision) throws ProblemException, InterruptedException {
        DeltaPair pair = decision.pair();
        return switch (decision.way()) {
            case DIRECT ->
                isUseless(pair) ? dropped(pair, dropped.get(pair)) : cell(decision, Way.PLANNED, decision.bytes());
            case EXISTS -> cell(decision, Way.EXISTS, stored.get(pair).fetched());
            case CHAIN -> cell(decision, Way.CHAIN, decision.bytes());
            case FULL -> cell(decision, Way.FULL, shelf.without(pair));
        };
    }

    private Cell cell(DeltaDecision decision, Way way, long bytes) {
        OptionalLong took = stored.containsKey(decision.pair())
                ? stored.get(decision.pair()).took()
                : OptionalLong.empty();
        DeltaPair pair = decision.pair();
        return new Cell(pair.from(), pair.to(), way, bytes, decision.via(), said(decision.reason()), took);
    }

    private boolean commits() {
        return shelf.between() == Between.COMMITS;
    }

    /** What is said of images in the words for commits: nobody fetches a whole one of those. */
    private Phrase said(Phrase reason) {
        return commits() ? new Phrase(CommitWords.of(reason.key()), reason.args()) : reason;
    }
}
