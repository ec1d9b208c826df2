package io.tidemark.engine.image;

import io.tidemark.delta.DeltaPair;
import io.tidemark.job.JobContext;
import io.tidemark.kind.ImageName;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.source.Source;
import io.tidemark.source.Sources;
import io.tidemark.store.Publication;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out what becomes of an image repository; writes nothing. */
final class ImageIntentions {

    private final ImageNow now;
    private final DeltaSettings settings;
    private final Map<String, List<String>> series;
    private final List<Publication.Turn> turns = new ArrayList<>();
    private final Map<String, Set<String>> leaving = new HashMap<>();
    private final ImageLibrary library;
    private final Map<String, Optional<ImageFacts>> read = new HashMap<>();
    private List<NewImage> fresh = List.of();
    private List<RemoteImage> remote = List.of();
    private List<Notice> notices = List.of();
    private Map<String, List<String>> extras = Map.of();

    ImageIntentions(ImageNow now) throws ProblemException {
        this.now = now;
        this.library = new ImageLibrary(now.repository().store());
        this.settings = DeltaSettings.of(now.repository());
        this.series = new TreeMap<>(now.series());
    }

    /** New images are taken in, from this machine or from another repository. */
    void takeIn(Sources sources, JobContext job) throws ProblemException, InterruptedException {
        RepositoryConfig config = now.repository().config();
        if (RemoteImages.is(config.upstream())) {
            try (Source source = sources.open(config.upstream().url(), config.transfer())) {
                remote = new RemoteImages(now).find(source, job);
            }
        }
        NewImages look = new NewImages(now);
        fresh = look.find();
        notices = look.notices();
    }

    /**
     * Images that are newer than what leads the series to which they belong enter it, if that is to be published. One that
     * a rollback took away does not come back by itself.
     */
    void enter(Predicate<String> published, String reason) throws ProblemException {
        List<ImageName> candidates = new ArrayList<>(now.names().values());
        fresh.forEach(image -> candidates.add(image.name()));
        remote.forEach(image -> candidates.add(image.name()));
        Map<String, Set<String>> gone = now.left();
        candidates.sort(Comparator.comparing(ImageName::version).thenComparing(ImageName::id));
        for (ImageName image : candidates) {
            String name = now.tree().seriesOf(image);
            if (published.test(name)
                    && isNewer(name, image)
                    && !gone.getOrDefault(name, Set.of()).contains(image.id())) {
                append(name, image.id());
            }
        }
        series.forEach((name, members) -> turn(name, members, reason));
    }

    private boolean isNewer(String name, ImageName image) {
        List<String> members = series.getOrDefault(name, List.of());
        return members.isEmpty() || now.name(members.getLast()).version().compareTo(image.version()) < 0;
    }

    /** An image leads a series from now on. */
    void lead(String name, String image, String reason) {
        append(name, image);
        turn(name, series.get(name), reason);
    }

    /** A series has exactly these images, oldest first. */
    void members(String name, List<String> images, String reason) {
        series.put(name, List.copyOf(images));
        turn(name, images, reason);
    }

    /**
     * An image leads a series again; those behind it leave. Nothing waits for that: only deltas back from those that leave
     * are made if they are missing, and nothing is removed.
     */
    void goBack(String name, String image, boolean hold, String reason) {
        List<String> members = new ArrayList<>(series.getOrDefault(name, List.of()));
        int at = members.indexOf(image);
        List<String> left = at < 0 ? members.subList(0, Math.max(0, members.size() - 1)) : members.subList(0, at);
        List<String> after = new ArrayList<>(left);
        after.add(image);
        Set<String> gone = new LinkedHashSet<>(members);
        gone.removeAll(after);
        leaving.put(name, gone);
        series.put(name, List.copyOf(after));
        turns.add(new Publication.Turn(name, now.tree().seriesPath(name), image, true, hold, reason));
    }

    private void append(String name, String image) {
        List<String> members = new ArrayList<>(series.getOrDefault(name, List.of()));
        members.remove(image);
        members.add(image);
        series.put(name, List.copyOf(members));
    }

    private void turn(String name, List<String> members, String reason) {
        List<String> before = now.series().getOrDefault(name, List.of());
        boolean leads =
                !members.isEmpty() && (before.isEmpty() || !before.getLast().equals(members.getLast()));
        if (leads) {
            turns.add(new Publication.Turn(name, now.tree().seriesPath(name), members.getLast(), false, false, reason));
        }
    }

    /** What is to be done for that. */
    ImageIntention intention(JobContext job) throws ProblemException, InterruptedException {
        Shelf shelf = new ImageShelf(now, settings, new ForetoldSizes(), fresh);
        DeltaWish wish = wish().without(new BudgetRule(shelf).without(series, job));
        List<DeltaPair> wanted = new DeltaPairs(now.names().keySet(), settings, wish).all(series);
        requireKnown(wish.coming());
        requireNames(wanted);
        List<DeltaPair> present = new ArrayList<>();
        List<DeltaPair> missing = new ArrayList<>();
        for (DeltaPair pair : wanted) {
            if (isPresent(pair)) {
                present.add(pair);
            } else if (leaving.isEmpty() || isWayBack(pair)) {
                missing.add(pair);
            }
        }
        ImageOffers offers = new ImageOffers(now);
        List<String> removals = new ArrayList<>();
        if (leaving.isEmpty()) {
            removals.addAll(removals(wanted));
            removals.addAll(offers.orphans(wish.coming()));
        }
        boolean publishes = !turns.isEmpty()
                || !missing.isEmpty()
                || !removals.isEmpty()
                || !series.equals(now.series())
                || leaving.isEmpty() && (offers.isMissing(series) || !isPublished(wish));
        if (publishes) {
            now.requireBase();
        }
        return new ImageIntention(
                now, fresh, remote, series, wish, turns, missing, present, removals, publishes, notices);
    }

    /** What earlier rollbacks took away, and this one. */
    private Map<String, Set<String>> left() throws ProblemException {
        Map<String, Set<String>> left = new HashMap<>();
        Map<String, Set<String>> before = now.left();
        for (Map.Entry<String, List<String>> each : series.entrySet()) {
            Set<String> images = new LinkedHashSet<>(before.getOrDefault(each.getKey(), Set.of()));
            images.addAll(leaving.getOrDefault(each.getKey(), Set.of()));
            images.removeAll(each.getValue());
            left.put(each.getKey(), images);
        }
        return left;
    }

    private DeltaWish wish() throws ProblemException {
        Map<String, List<String>> wanted = extras.isEmpty() ? library.extras() : extras;
        Set<String> coming = Stream.concat(
                        fresh.stream().map(NewImage::name), remote.stream().map(RemoteImage::name))
                .map(ImageName::id)
                .collect(Collectors.toUnmodifiableSet());
        return new DeltaWish(left(), wanted, coming, Set.of());
    }

    /** Deltas that are wanted besides from now on. */
    void extras(Map<String, List<String>> wanted) {
        extras = Map.copyOf(wanted);
    }

    private boolean isWayBack(DeltaPair pair) {
        return leaving.entrySet().stream()
                .anyMatch(each -> each.getValue().contains(pair.from())
                        && series.get(each.getKey()).getLast().equals(pair.to()));
    }

    private boolean isPresent(DeltaPair pair) throws ProblemException {
        DeltaFacts facts = now.deltas().get(now.deltaFile(pair));
        if (facts == null || isFresh(pair.from()) || isFresh(pair.to())) {
            return false;
        }
        return sha256(pair.from()).equals(facts.oldSha256())
                && sha256(pair.to()).equals(facts.newSha256())
                && (!facts.kept() || Files.exists(now.root().resolve(now.deltaPath(pair))));
    }

    /** The digest of an image, empty if nobody read it yet. */
    private String sha256(String image) throws ProblemException {
        return facts(image).map(facts -> facts.sums().sha256()).orElse("");
    }

    private Optional<ImageFacts> facts(String image) throws ProblemException {
        Optional<ImageFacts> known = read.get(image);
        if (known == null) {
            known = library.image(image);
            read.put(image, known);
        }
        return known;
    }

    private boolean isFresh(String image) {
        return fresh.stream().anyMatch(f -> f.name().id().equals(image))
                || remote.stream().anyMatch(r -> r.name().id().equals(image));
    }

    private void requireKnown(Set<String> coming) throws ProblemException {
        for (List<String> members : series.values()) {
            for (String image : members) {
                if (!now.names().containsKey(image) && !coming.contains(image)) {
                    throw new ProblemException(Problem.of(
                            "plan.no-version",
                            Problem.Category.USAGE,
                            "object",
                            image,
                            "repository",
                            now.repository().name()));
                }
            }
        }
    }

    /** The name of a delta does not say the whole name of the image that it leads to. */
    private void requireNames(List<DeltaPair> pairs) throws ProblemException {
        Map<String, DeltaPair> named = new HashMap<>();
        for (DeltaPair pair : pairs) {
            DeltaPair other = named.put(now.deltaFile(pair), pair);
            if (other != null) {
                throw new ProblemException(Problem.of(
                        "image.collision",
                        Problem.Category.REFUSED,
                        "object",
                        now.deltaFile(pair),
                        "one",
                        other.to(),
                        "other",
                        pair.to()));
            }
        }
    }

    private List<String> removals(List<DeltaPair> wanted) {
        Set<String> files = new HashSet<>();
        wanted.forEach(pair -> files.add(now.deltaFile(pair)));
        List<String> removals = new ArrayList<>();
        for (Map.Entry<String, DeltaFacts> each : now.deltas().entrySet()) {
            String path = now.deltaPath(
                    new DeltaPair(each.getValue().from(), each.getValue().to()));
            if (!files.contains(each.getKey()) && Files.exists(now.root().resolve(path))) {
                removals.add(path);
            }
        }
        return removals;
    }

    /** Whether clients read what they would be told now. */
    private boolean isPublished(DeltaWish wish) throws ProblemException {
        Map<String, ImageFacts> images = new HashMap<>();
        for (List<String> members : series.values()) {
            for (String image : members) {
                Optional<ImageFacts> known = facts(image);
                if (known.isEmpty()) {
                    return false;
                }
                images.put(image, known.get());
            }
        }
        DeltaPairs pairs = new DeltaPairs(now.names().keySet(), settings, wish);
        return series.isEmpty()
                || new ImageDocuments(now, images, now.deltas(), pairs)
                        .changed(series)
                        .isEmpty();
    }
}
