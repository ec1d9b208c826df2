package io.tidemark.engine.image;

import io.tidemark.delta.DeltaPair;
import io.tidemark.model.Notice;
import io.tidemark.store.Publication;
import java.util.List;
import java.util.Map;

/**
 * What is to become of an image repository.
 *
 * @param fresh images to take in
 * @param remote images to fetch
 * @param series versions by series afterwards, oldest first
 * @param wish what is wished of deltas beside what the settings say
 * @param turns series that are led by another image, or are new
 * @param pairs deltas that are to be made
 * @param present deltas that are there already
 * @param removals paths of deltas that no series names any more
 * @param publishes whether anything that clients read changes
 */
public record ImageIntention(
        ImageNow now,
        List<NewImage> fresh,
        List<RemoteImage> remote,
        Map<String, List<String>> series,
        DeltaWish wish,
        List<Publication.Turn> turns,
        List<DeltaPair> pairs,
        List<DeltaPair> present,
        List<String> removals,
        boolean publishes,
        List<Notice> notices) {

    public ImageIntention {
        fresh = List.copyOf(fresh);
        remote = List.copyOf(remote);
        series = Map.copyOf(series);
        turns = List.copyOf(turns);
        pairs = List.copyOf(pairs);
        present = List.copyOf(present);
        removals = List.copyOf(removals);
        notices = List.copyOf(notices);
    }

    /** Whether there is nothing to do at all. */
    public boolean nothing() {
        return fresh.isEmpty() && remote.isEmpty() && pairs.isEmpty() && !publishes;
    }
}
