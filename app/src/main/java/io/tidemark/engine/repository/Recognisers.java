package io.tidemark.engine.repository;

import io.tidemark.kind.RepositoryKind;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks every kind what a directory looks like and takes the surest answer. */
public record Recognisers(List<RepositoryKind> kinds) {

    /** What it looks like to the kind of that id, or to any kind when the id is empty. */
    public Optional<Recognition> recognise(Path dir, String kind) throws ProblemException, InterruptedException {
        Optional<Recognition> best = Optional.empty();
        for (RepositoryKind each : kinds) {
            if (kind.isEmpty() || each.info().id().equals(kind)) {
                Optional<Recognition> seen = each.recognise(dir);
                if (seen.isPresent() && best.stream().allMatch(b -> seen.get().score() > b.score())) {
                    best = seen;
                }
            }
        }
        return best;
    }
}
