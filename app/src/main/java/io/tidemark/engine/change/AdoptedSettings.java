package io.tidemark.engine.change;

import io.tidemark.kind.RepositoryKind;
import io.tidemark.model.Operation;
import io.tidemark.model.PinnedKey;
import io.tidemark.model.Policies;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings of a repository that is being adopted: what the person said, completed by what was recognised. */
record AdoptedSettings(String name, RepositoryKind kind, Upstream recognised, List<PinnedKey> keys) {

    RepositoryConfig config(String id, Operation.Adopt asked) throws ProblemException {
        Upstream upstream = upstream(asked.upstream());
        return new RepositoryConfig(
                RepositoryConfig.FORMAT,
                id,
                name,
                kind.info().id(),
                upstream.url().isEmpty() ? upstream : kind.complete(upstream),
                TransferSettings.standard(),
                Policies.standard(),
                List.of(),
                keys,
                Map.of());
    }

    private Upstream upstream(Upstream said) {
        Map<String, List<String>> options = new HashMap<>(recognised.options());
        options.putAll(said.options());
        return new Upstream(said.url().isEmpty() ? recognised.url() : said.url(), options);
    }
}
