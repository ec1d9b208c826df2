package io.tidemark.engine.change;

import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.repository.Neighbours;
import io.tidemark.engine.repository.Opened;
import io.tidemark.model.ForeignWriter;
import io.tidemark.model.Gate;
import io.tidemark.model.Phrase;
import io.tidemark.model.ProblemException;
import io.tidemark.store.RepositoryStore.Sharing;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Nothing is shared by hard link while a program that we do not know writes into the tree: what it changes in one version
 * would change in every version that shares the file.
 */
record WriterGate(Neighbours neighbours) {

    /** For operations that cannot be told to pass over guards. */
    Gate strict(Opened repository) throws ProblemException, InterruptedException {
        return of(repository, Set.of(), "gate.writers.disable");
    }

    Gate of(Opened repository, Set<String> overrides) throws ProblemException, InterruptedException {
        return of(repository, overrides, "gate.writers.override");
    }

    private Gate of(Opened repository, Set<String> overrides, String wayOut)
            throws ProblemException, InterruptedException {
        if (repository.store().sharing() != Sharing.HARD_LINK) {
            return Gates.open(Gates.WRITERS, Phrase.of("gate.writers.no-links"));
        }
        List<ForeignWriter> writers = neighbours.of(repository.store().root());
        if (writers.isEmpty()) {
            return Gates.open(Gates.WRITERS, Phrase.of("gate.writers.ok"));
        }
        ForeignWriter first = writers.getFirst();
        boolean left = writers.stream().allMatch(each -> each.kind() == ForeignWriter.Kind.LEFTOVER);
        return new Gate(
                Gates.WRITERS,
                overrides.contains(Gates.WRITERS),
                Phrase.of(
                        left ? "gate.writers.leftover" : "gate.writers",
                        "where",
                        first.where(),
                        "what",
                        first.what(),
                        "count",
                        writers.size()),
                Optional.of(Phrase.of(left ? "gate.writers.wait" : wayOut, "where", first.where())));
    }
}
