package io.tidemark.kind.ostree;

import static io.tidemark.kind.ostree.Yard.JOB;
import static io.tidemark.kind.ostree.Yard.OSTREE;
import static io.tidemark.kind.ostree.Yard.REF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Recognition;
import io.tidemark.model.Recognition.FoundChannel;
import io.tidemark.model.Recognition.FoundVersion;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsProgram("ostree")
class RecogniserTest {

    @TempDir
    Path dir;

    private final OstreeKind kind = new OstreeKind();

    private Recognition look(Path root) throws Exception {
        return kind.recognise(root).orElseThrow();
    }

    @Test
    void productionPublishesVersionsOfDevelopment() throws Exception {
        Yard yard = new Yard(dir);
        Path dev = yard.repository("both/dev/repo");
        Path prod = yard.repository("both/prod");
        Path tree = yard.system("tree", "1");
        Checksum first = yard.commit(dev, REF, tree, "41.1");
        yard.commit(prod, "other/ref", tree, "called otherwise");
        yard.system("tree", "2");
        Checksum same = yard.commit(dev, REF, tree, "41.1");
        Recognition found = look(dir.resolve("both"));
        assertEquals(95, found.score());
        assertEquals(
                List.of(
                        new FoundVersion("41.1", "dev/repo/" + ObjectType.COMMIT.path(first)),
                        new FoundVersion(
                                "41.1-" + same.hex().substring(0, 8), "dev/repo/" + ObjectType.COMMIT.path(same))),
                found.versions());
        assertEquals(
                List.of(
                        new FoundChannel(
                                "dev",
                                "dev/repo/refs/heads/" + REF,
                                found.versions().getLast().name()),
                        new FoundChannel("prod", "prod/refs/heads/other/ref", "41.1")),
                found.channels());
    }

    @Test
    void aSingleRepositoryHasAChannelForEachRef() throws Exception {
        Yard yard = new Yard(dir);
        Path repository = yard.repository("flatpak");
        Path tree = yard.system("tree", "1");
        Checksum app = yard.commit(repository, "app/org.example.App/x86_64/stable", tree, "");
        yard.commit(repository, "appstream/x86_64", yard.system("tree", "2"), "");
        Files.createSymbolicLink(repository.resolve("refs/heads/latest"), Path.of("app/org.example.App/x86_64/stable"));
        OSTREE.refs(repository).summarise(Optional.empty(), JOB);
        Recognition found = look(repository);
        assertEquals(
                List.of("app/org.example.App/x86_64/stable", "appstream/x86_64"),
                found.channels().stream().map(FoundChannel::name).toList());
        assertEquals(
                "2026-11-20-" + app.hex().substring(0, 8),
                found.versions().getFirst().name());
        assertTrue(found.notices().isEmpty(), found.notices()::toString);
    }

    @Test
    void whatHoldsNoRepositoryIsNotRecognised() throws Exception {
        Files.createDirectories(dir.resolve("dev/objects"));
        Files.createDirectories(dir.resolve("prod/refs"));
        Files.writeString(dir.resolve("prod/config"), "[core]\nmode=archive\n");
        assertEquals(Optional.empty(), kind.recognise(dir));
    }
}
