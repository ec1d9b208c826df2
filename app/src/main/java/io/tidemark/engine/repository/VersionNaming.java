package io.tidemark.engine.repository;

import io.tidemark.kind.Survey;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

/** Finds names for new versions: by the kind's custom, never one that a version had before. */
public record VersionNaming(Opened repository, Clock clock) {

    /** The name for a version made of a survey today. */
    public String suggest(Survey survey) throws ProblemException {
        Set<String> taken = new HashSet<>();
        for (Version version : repository.store().versions()) {
            if (version.state() != VersionState.STAGED) {
                taken.add(version.name());
            }
        }
        repository.store().journal().stream()
                .filter(entry -> entry.event() == JournalEntry.Event.SEALED)
                .forEach(entry -> taken.add(entry.version()));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return repository.kind().suggestName(survey, taken::contains, today);
    }
}
