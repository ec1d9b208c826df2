package io.tidemark.engine.image;

import io.tidemark.delta.DeltaPair;
import io.tidemark.engine.Images;
import io.tidemark.engine.commit.CommitNow;
import io.tidemark.engine.repository.Opened;
import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitDelta;
import io.tidemark.kind.CommitDeltas;
import io.tidemark.model.Operation;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Works out what becomes of the deltas between commits; writes nothing. */
final class CommitIntentions {

    private final CommitNow now;
    private final KnownWeights weights;

    CommitIntentions(Opened repository, KnownWeights weights) throws ProblemException {
        this.now = CommitNow.of(repository);
        this.weights = weights;
    }

    /** What is to be done for that. */
    CommitIntention intention(Operation.MakeDeltas asked, JobContext job)
            throws ProblemException, InterruptedException {
        if (asked.takeIn()) {
            throw new ProblemException(Problem.of(
                    "commit.take-in",
                    Problem.Category.USAGE,
                    "object",
                    now.repository().name()));
        }
        KnownWeights.Reader reader = weights.of(now, job);
        CommitSeries all = CommitSeries.of(now, reader);
        CommitIntention.Asked wish = wish(asked, all);
        CommitShelf shelf = CommitShelf.of(all, reader, wish.left(), wish.extras());
        Set<DeltaPair> without = new BudgetRule(shelf).without(shelf.series(), job);
        Map<DeltaPair, CommitDelta> there = there(shelf);
        List<DeltaPair> missing = new ArrayList<>();
        List<DeltaPair> found = new ArrayList<>();
        for (DeltaPair pair : shelf.wanted()) {
            if (!without.contains(pair) && !shelf.dropped().containsKey(pair)) {
                CommitDelta delta = there.get(pair);
                if (delta == null) {
                    missing.add(pair);
                } else if (!delta.told()) {
                    found.add(pair);
                }
            }
        }
        Set<DeltaPair> over = over(shelf, without);
        return new CommitIntention(
                shelf, missing, found, removals(shelf, over, wish.left()), stale(shelf), wish, all.notices());
    }

    /** Deltas beside the policy are not a matter of the budget. */
    private static Set<DeltaPair> over(CommitShelf shelf, Set<DeltaPair> without) {
        Set<DeltaPair> over = new HashSet<>(without);
        over.retainAll(new HashSet<>(shelf.wanted()));
        return over;
    }

    private static Map<DeltaPair, CommitDelta> there(CommitShelf shelf) {
        Map<DeltaPair, CommitDelta> there = new LinkedHashMap<>();
        shelf.commits().deltas().deltas().forEach(delta -> there.put(CommitShelf.pair(delta), delta));
        return there;
    }

    private CommitIntention.Asked wish(Operation.MakeDeltas asked, CommitSeries all) throws ProblemException {
        ImageLibrary library = new ImageLibrary(now.repository().store());
        Set<String> left = new LinkedHashSet<>(library.left());
        for (Map.Entry<String, List<String>> each : asked.series().entrySet()) {
            left(each.getKey(), each.getValue(), all, left);
        }
        Map<String, List<String>> extras = asked.extras().isEmpty() ? library.extras() : extras(asked.extras(), all);
        boolean changed = !left.equals(library.left()) || !extras.equals(library.extras());
        return new CommitIntention.Asked(left, extras, changed);
    }

    /** The commits of a channel that are named take part from now on, the others no more. */
    private static void left(String channel, List<String> named, CommitSeries all, Set<String> left)
            throws ProblemException {
        if (!all.series().containsKey(channel)) {
            throw new ProblemException(Problem.of(
                    "plan.no-channel",
                    Problem.Category.USAGE,
                    "object",
                    channel,
                    "repository",
                    all.now().repository().name()));
        }
        Set<String> staying = new HashSet<>();
        for (String word : named) {
            if (!word.equals(Images.NOTHING)) {
                staying.add(all.named(channel, word));
            }
        }
        left.removeAll(staying);
        all.series().get(channel).stream().filter(id -> !staying.contains(id)).forEach(left::add);
    }

    /** In each channel that has the commit to which they lead. */
    private static Map<String, List<String>> extras(Map<String, List<String>> words, CommitSeries all)
            throws ProblemException {
        Map<String, List<String>> extras = new TreeMap<>();
        for (Map.Entry<String, List<String>> each : words.entrySet()) {
            boolean found = false;
            for (Map.Entry<String, List<String>> channel : all.series().entrySet()) {
                if (channel.getValue().stream()
                        .anyMatch(id -> all.items().get(id).called(each.getKey()))) {
                    List<String> sources = new ArrayList<>();
                    for (String word : each.getValue()) {
                        sources.add(all.named(channel.getKey(), word));
                    }
                    extras.put(all.named(channel.getKey(), each.getKey()), sources);
                    found = true;
                }
            }
            if (!found) {
                throw new ProblemException(Problem.of(
                        "commit.no-commit", Problem.Category.USAGE, "object", each.getKey(), "channel", "*"));
            }
        }
        return extras;
    }

    /**
     * Deltas go that lead to no commit that clients are to be led to, that begin or end with one that is gone or was taken out,
     * or for which there is no room. Others stay, whoever made them.
     */
    private List<CommitDelta> removals(CommitShelf shelf, Set<DeltaPair> over, Set<String> left)
            throws ProblemException, InterruptedException {
        Set<String> targets = shelf.targets();
        Map<String, Boolean> ours = new HashMap<>();
        List<CommitDelta> removals = new ArrayList<>();
        for (Map.Entry<DeltaPair, CommitDelta> each : there(shelf).entrySet()) {
            DeltaPair pair = each.getKey();
            boolean useless = !targets.contains(pair.to())
                    || over.contains(pair)
                    || left.contains(pair.from())
                    || isGone(shelf, pair.from());
            String at = each.getValue().at();
            if (!ours.containsKey(at)) {
                ours.put(at, tells(at));
            }
            if (useless && ours.get(at)) {
                removals.add(each.getValue());
            }
        }
        return removals;
    }

    private static boolean isGone(CommitShelf shelf, String id) {
        return !id.equals(Images.NOTHING)
                && shelf.images().stream().noneMatch(image -> image.id().equals(id) && image.size() > 0);
    }

    private boolean tells(String at) throws ProblemException {
        CommitDeltas deltas = now.tree().deltas();
        return deltas.tells(now.repository().store().root(), at, now.options());
    }

    private Set<String> stale(CommitShelf shelf) throws ProblemException {
        Set<String> stale = new HashSet<>();
        for (String at : shelf.commits().deltas().stale()) {
            if (tells(at)) {
                stale.add(at);
            }
        }
        return stale;
    }
}
