package io.tidemark.kind;

import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import io.tidemark.kind.ostree.OstreeKind;
import io.tidemark.model.Upstream;
import io.tidemark.program.Ostree;
import io.tidemark.program.OstreeContent;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

@NeedsProgram("ostree")
class OstreeContractTest extends KindContract {

    private static final String REF = "demo/x86_64/desktop";

    /** Made once: every test has a copy. */
    @TempDir
    static Path made;

    private final Ostree ostree = new Ostree(System.getenv("PATH"));
    private Path upstream;

    @BeforeAll
    static void commit() throws Exception {
        OstreeContractTest first = new OstreeContractTest();
        first.upstream = Files.createDirectory(made.resolve("upstream"));
        first.ostree.content(first.upstream).init(new Unwatched(new MachinePool()));
        first.commit("41.1");
    }

    @Override
    protected RepositoryKind kind() {
        return new OstreeKind();
    }

    @Override
    protected Upstream make() throws Exception {
        upstream = dir.resolve("upstream");
        new ProcessBuilder("cp", "-a", made.resolve("upstream").toString(), upstream.toString())
                .start()
                .waitFor();
        return new Upstream(upstream.toUri().toString(), Map.of("ref", List.of(REF)));
    }

    @Override
    protected void move() throws Exception {
        commit("41.2");
    }

    private void commit(String version) throws Exception {
        Path tree = Files.createDirectories(upstream.resolveSibling("tree/usr"));
        Files.writeString(tree.resolve("os-release"), version);
        ostree.content(upstream)
                .commit(
                        new OstreeContent.Order(
                                REF,
                                new OstreeContent.Tree.Directory(tree.getParent(), true),
                                "Release " + version,
                                "",
                                Map.of("version", version),
                                Optional.empty(),
                                Optional.empty()),
                        new Unwatched(new MachinePool()));
    }
}
