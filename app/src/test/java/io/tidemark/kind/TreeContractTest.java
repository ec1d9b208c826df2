package io.tidemark.kind;

import io.tidemark.demo.CompanionTree;
import io.tidemark.kind.tree.TreeKind;
import io.tidemark.model.Upstream;
import java.nio.file.Path;
import java.util.Map;

class TreeContractTest extends KindContract {

    private Path origin;

    @Override
    protected RepositoryKind kind() {
        return new TreeKind();
    }

    @Override
    protected Upstream make() throws Exception {
        origin = dir.resolve("origin");
        CompanionTree.write(origin, 7, 0);
        return new Upstream(origin.toUri().toString(), Map.of());
    }

    @Override
    protected void move() throws Exception {
        CompanionTree.write(origin, 7, 1);
    }
}
