package io.tidemark.ui.repository;

import io.tidemark.engine.Images.Between;
import io.tidemark.engine.Serving.Served;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.KindInfo;
import io.tidemark.model.Phrase;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.Timeline;
import java.util.List;
import java.util.Optional;

/**
 * What was read of a repository in one go.
 *
 * @param between what deltas lead between, if there are any
 */
record Glance(
        RepositoryStatus status,
        Timeline history,
        List<KindInfo> kinds,
        List<JournalEntry> journal,
        Optional<Served> served,
        Between between) {

    Glance with(RepositoryStatus newer) {
        return new Glance(newer, history, kinds, journal, served, between);
    }

    /** The name of its kind for people; a kind that is not there is named by its id. */
    Optional<Phrase> kind() {
        return kinds.stream()
                .filter(kind -> kind.id().equals(status.kind()))
                .findFirst()
                .map(KindInfo::title);
    }
}
