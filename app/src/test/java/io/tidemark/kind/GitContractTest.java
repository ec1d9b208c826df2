package io.tidemark.kind;

import io.tidemark.kind.git.GitKind;
import io.tidemark.kind.git.GitUpstream;
import io.tidemark.model.Upstream;
import io.tidemark.testkit.NeedsProgram;
import java.util.Map;

@NeedsProgram("git")
class GitContractTest extends KindContract {

    private GitUpstream origin;

    @Override
    protected RepositoryKind kind() {
        return new GitKind();
    }

    @Override
    protected Upstream make() throws Exception {
        origin = GitUpstream.make(dir.resolve("origin.git"));
        origin.commits("main", 3);
        return new Upstream(origin.url(), Map.of());
    }

    @Override
    protected void move() throws Exception {
        origin.commits("main", 1);
    }
}
