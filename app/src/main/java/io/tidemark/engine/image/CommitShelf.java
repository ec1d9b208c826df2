package io.tidemark.engine.image;

import io.tidemark.delta.DeltaPair;
import io.tidemark.engine.Images;
import io.tidemark.engine.Images.Between;
import io.tidemark.engine.Images.Image;
import io.tidemark.engine.commit.CommitNow;
import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitDelta;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Commits: clients fetch the objects that they have not, one by one, or one delta. */
final class CommitShelf implements Shelf {

    private static final String SCRATCH = "scratch-deltas";

    private final CommitSeries commits;
    private final DeltaSettings settings;
    private final KnownWeights.Reader weights;
    private final Map<String, DeltaFacts> facts;
    private final DeltaWish wish;
    private final List<Image> images = new ArrayList<>();

    private CommitShelf(
            CommitSeries commits, KnownWeights.Reader weights, Map<String, DeltaFacts> facts, DeltaWish wish)
            throws ProblemException {
        this.commits = commits;
        this.settings = DeltaSettings.of(commits.now().repository());
        this.weights = weights;
        this.facts = facts;
        this.wish = wish;
    }

    /** All commits that take part. */
    static CommitShelf of(CommitNow now, KnownWeights known, JobContext job)
            throws ProblemException, InterruptedException {
        ImageLibrary library = new ImageLibrary(now.repository().store());
        KnownWeights.Reader weights = known.of(now, job);
        CommitSeries commits = CommitSeries.of(now, weights);
        return of(commits, weights, library.left(), library.extras());
    }

    /**
     * Those of them that are not left out.
     *
     * @param extras commits from which deltas are wanted besides, by the commit that they lead to
     */
    static CommitShelf of(
            CommitSeries all, KnownWeights.Reader weights, Set<String> left, Map<String, List<String>> extras)
            throws ProblemException, InterruptedException {
        ImageLibrary library = new ImageLibrary(all.now().repository().store());
        DeltaWish wish = new DeltaWish(Map.of(), extras, Set.of(), Set.of());
        CommitShelf shelf = new CommitShelf(all.without(left), weights, library.deltas(), wish);
        shelf.fill();
        return shelf;
    }

    private void fill() throws ProblemException, InterruptedException {
        Map<String, String> newest = new HashMap<>();
        commits.items().values().forEach(item -> newest.put(item.at() + "/" + item.version(), item.id()));
        for (CommitItem item : commits.items().values()) {
            boolean last = item.id().equals(newest.get(item.at() + "/" + item.version()));
            String label = item.version().isEmpty() ? item.brief() : item.version();
            images.add(new Image(
                    item.id(),
                    last || item.version().isEmpty() ? label : label + " " + item.brief(),
                    weights.whole(item.at(), item.commit()).orElse(0L),
                    clients(item, last),
                    item.version()));
        }
    }

    /** Counted by commit, or by version: then they have the newest commit of it. */
    private long clients(CommitItem item, boolean last) {
        long byVersion = last ? settings.clients().getOrDefault(item.version(), -1L) : -1L;
        return settings.clients().getOrDefault(item.commit(), byVersion);
    }

    CommitSeries commits() {
        return commits;
    }

    /** What a pair is between. */
    CommitItem item(String id) {
        return commits.items().get(id);
    }

    @Override
    public Between between() {
        return Between.COMMITS;
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
        return commits.series();
    }

    static DeltaPair pair(CommitDelta delta) {
        String from = delta.from().map(each -> CommitItem.id(delta.at(), each)).orElse(Images.NOTHING);
        return new DeltaPair(from, CommitItem.id(delta.at(), delta.to()));
    }

    @Override
    public Map<DeltaPair, Stored> stored() {
        Map<DeltaPair, Stored> stored = new LinkedHashMap<>();
        for (CommitDelta delta : commits.deltas().deltas()) {
            DeltaPair pair = pair(delta);
            DeltaFacts known = facts.get(key(pair));
            OptionalLong took = known == null ? OptionalLong.empty() : known.took();
            stored.put(pair, new Stored(delta.bytes(), delta.fetched(), took));
        }
        return stored;
    }

    /** Under which a pair is noted. */
    static String key(DeltaPair pair) {
        return pair.from() + " " + pair.to();
    }

    @Override
    public Map<DeltaPair, Long> dropped() {
        Map<DeltaPair, Long> dropped = new HashMap<>();
        facts.values().stream()
                .filter(each -> !each.kept() && each.sums().size() > 0)
                .forEach(each -> dropped.put(
                        new DeltaPair(each.from(), each.to()), each.sums().size()));
        return dropped;
    }

    @Override
    public List<DeltaPair> wanted() {
        List<DeltaPair> wanted =
                new ArrayList<>(new DeltaPairs(commits.items().keySet(), settings, wish).all(commits.series()));
        wanted.addAll(fromNothing(settings.targets()));
        return wanted;
    }

    /** The commits that deltas lead to. */
    Set<String> targets() {
        Set<String> targets = new LinkedHashSet<>(wish.extras().keySet());
        for (List<String> members : commits.series().values()) {
            targets.addAll(members.subList(Math.max(0, members.size() - settings.targets()), members.size()));
        }
        return targets;
    }

    private List<DeltaPair> fromNothing(int targets) {
        Set<DeltaPair> pairs = new LinkedHashSet<>();
        if (commits.wants(SCRATCH)) {
            for (List<String> members : commits.series().values()) {
                members.subList(Math.max(0, members.size() - targets), members.size())
                        .forEach(id -> pairs.add(new DeltaPair(Images.NOTHING, id)));
            }
        }
        return List.copyOf(pairs);
    }

    /** Those from nothing, and what lies there between commits that no channel has. */
    @Override
    public List<DeltaPair> besides(int targets) {
        Set<DeltaPair> pairs = new LinkedHashSet<>(fromNothing(targets));
        for (CommitDelta delta : commits.deltas().deltas()) {
            DeltaPair pair = pair(delta);
            boolean together = commits.series().values().stream()
                    .anyMatch(members -> members.contains(pair.from()) && members.contains(pair.to()));
            if (!together) {
                pairs.add(pair);
            }
        }
        return List.copyOf(pairs);
    }

    /** What is foretold is the most that a delta can reasonably take: only what was made is judged. */
    @Override
    public double share() {
        return Double.MAX_VALUE;
    }

    @Override
    public long without(DeltaPair pair) throws ProblemException, InterruptedException {
        CommitItem to = item(pair.to());
        long whole = weights.whole(to.at(), to.commit()).orElse(0L);
        if (whole == 0 || pair.from().equals(Images.NOTHING)) {
            return whole;
        }
        CommitItem from = item(pair.from());
        return weights.whole(from.at(), from.commit()).isEmpty()
                ? whole
                : weights.missing(to.at(), from.commit(), to.commit());
    }

    /** The objects that the older commit has not: clients would fetch those anyway, and a delta is rarely larger. */
    @Override
    public Foretelling foretelling(JobContext job) {
        return new Foretelling() {
            @Override
            public long bytes(DeltaPair pair) throws ProblemException, InterruptedException {
                long bytes = without(pair);
                job.progress().file();
                return bytes;
            }

            @Override
            public void close() {}
        };
    }
}
