package io.tidemark.engine.image;

import io.tidemark.delta.DeltaPair;
import io.tidemark.kind.CommitDelta;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to become of the deltas of a repository of commits.
 *
 * @param shelf the commits as they are to take part from now on
 * @param pairs deltas that are to be made
 * @param found deltas that an earlier run finished, and that clients are not told of yet
 * @param removals deltas that go
 * @param stale directories of repositories whose clients are told of others than lie there
 * @param wish what people asked for beside the settings
 * @param notices remarks
 */
public record CommitIntention(
        CommitShelf shelf,
        List<DeltaPair> pairs,
        List<DeltaPair> found,
        List<CommitDelta> removals,
        Set<String> stale,
        Asked wish,
        List<Notice> notices) {

    public CommitIntention {
        pairs = List.copyOf(pairs);
        found = List.copyOf(found);
        removals = List.copyOf(removals);
        stale = Set.copyOf(stale);
        notices = List.copyOf(notices);
    }

    /**
     * What people asked for, and what stays so.
     *
     * @param left commits that take no part
     * @param extras commits from which deltas are wanted besides, by the commit that they lead to
     * @param changed whether that is news
     */
    record Asked(Set<String> left, Map<String, List<String>> extras, boolean changed) {}

    /** Whether there is nothing to do at all. */
    public boolean nothing() {
        return pairs.isEmpty() && removals.isEmpty() && stale.isEmpty() && !wish.changed();
    }

    /** What people call an end of a pair: version and beginning of the checksum, in its repository. */
    public String called(String id) {
        CommitItem item = shelf.item(id);
        if (item == null) {
            return id;
        }
        String version = item.version().isEmpty() ? "" : item.version() + " ";
        return (item.at().isEmpty() ? "" : item.at() + "/") + version + "(" + item.brief() + ")";
    }

    /** What people call a delta that is there. */
    public String called(CommitDelta delta) {
        DeltaPair pair = CommitShelf.pair(delta);
        return called(pair.from()) + " → " + called(pair.to());
    }

    /** Bytes that a pair takes at most. */
    public long most(DeltaPair pair) throws ProblemException, InterruptedException {
        return shelf.without(pair);
    }
}
