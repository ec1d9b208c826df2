package io.tidemark.ui.repository;

import io.tidemark.model.Comparison;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.PackageChange;
import io.tidemark.model.Problem;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.VersionState;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the picked version. Facts and comparison come later than the version itself.
 *
 * @param before the version it is compared with, if there is one
 * @param facts what the kind knows, empty until read
 * @param comparison against {@code before}, empty until read
 * @param history journal lines about it, newest first
 * @param problem why facts or comparison could not be read
 */
record Details(
        Version version,
        Optional<Version> before,
        Optional<VersionFacts> facts,
        Optional<Comparison> comparison,
        List<JournalEntry> history,
        Optional<Problem> problem) {

    static Details of(Version version, Optional<Version> before, List<JournalEntry> journal) {
        List<JournalEntry> lines = journal.stream()
                .filter(line -> line.version().equals(version.name()))
                .toList();
        return new Details(version, before, Optional.empty(), Optional.empty(), lines, Optional.empty());
    }

    /** Whether both versions are sealed, so that a comparison will come. */
    boolean comparable() {
        return version.state() == VersionState.SEALED
                && before.map(Version::state)
                        .filter(VersionState.SEALED::equals)
                        .isPresent();
    }

    Details with(VersionFacts read) {
        return new Details(version, before, Optional.of(read), comparison, history, problem);
    }

    Details with(Comparison read) {
        return new Details(version, before, facts, Optional.of(read), history, problem);
    }

    Details with(Problem failed) {
        return new Details(version, before, facts, comparison, history, Optional.of(failed));
    }

    /** How many packages changed in one way. */
    long count(PackageChange.Kind... kinds) {
        List<PackageChange.Kind> wanted = List.of(kinds);
        return comparison.stream()
                .flatMap(read -> read.packages().stream())
                .filter(change -> wanted.contains(change.kind()))
                .count();
    }
}
