package io.tidemark.kind;

import io.tidemark.demo.AlpineRecipe;
import io.tidemark.demo.AlpineUpstream;
import io.tidemark.kind.alpine.AlpineKind;
import io.tidemark.model.PinnedKey;
import io.tidemark.model.Upstream;
import java.util.List;
import java.util.Map;

class AlpineContractTest extends KindContract {

    private AlpineUpstream upstream;

    @Override
    protected RepositoryKind kind() {
        return new AlpineKind();
    }

    @Override
    protected Upstream make() throws Exception {
        upstream = AlpineUpstream.create(dir.resolve("upstream"), AlpineRecipe.small());
        return new Upstream(
                upstream.root().toUri().toString(), Map.of("branch", List.of("v3.15"), "arch", List.of("x86_64")));
    }

    @Override
    protected void move() throws Exception {
        upstream.mutate(3);
    }

    @Override
    protected List<PinnedKey> keys() {
        return List.of(new PinnedKey(
                upstream.key().name(),
                upstream.key().fingerprint(),
                upstream.key().pem()));
    }
}
