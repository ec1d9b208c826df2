package io.tidemark.kind;

import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.VersionFacts;
import io.tidemark.source.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a kind gets to survey its upstream.
 *
 * @param config the repository's settings, with trusted keys
 * @param source the upstream, with retry, limits and settings applied
 * @param base facts of the version that a new one would be compared with and share from, if there is one
 * @param baseTree that version's tree, for conditional requests against its indexes; read only
 * @param trust fingerprints of keys that may be trusted when met now
 * @param overrides names of guards to pass over
 */
public record SurveyRequest(
        RepositoryConfig config,
        Source source,
        Optional<VersionFacts> base,
        Optional<Path> baseTree,
        List<String> trust,
        Set<String> overrides) {

    public SurveyRequest {
        trust = List.copyOf(trust);
        overrides = Set.copyOf(overrides);
    }
}
