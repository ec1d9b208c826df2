package io.tidemark.kind.ostree;

import static io.tidemark.kind.ostree.Yard.JOB;
import static io.tidemark.kind.ostree.Yard.OSTREE;
import static io.tidemark.kind.ostree.Yard.REF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.kind.CommitView;
import io.tidemark.model.Recognition;
import io.tidemark.model.Recognition.FoundChannel;
import io.tidemark.model.Recognition.FoundVersion;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** Whoever reads later, and knows the versions by their names, must not find other ones behind the refs. */
    @Test
    void oneContentUnderSeveralVersionStringsIsCalledTheSameByEveryReader() throws Exception {
        Yard yard = new Yard(dir);
        Path dev = yard.repository("both/dev");
        Path prod = yard.repository("both/prod");
        Path tree = yard.system("tree", "1");
        for (String version : new String[] {"41.3", "41.2", ""}) {
            yard.commit(dev, version.isEmpty() ? "nameless" : "k/" + version, tree, version);
        }
        yard.commit(prod, "k/prod", tree, "41.2");
        yard.commit(prod, "o/prod", tree, "9");
        Path root = dir.resolve("both");
        Recognition found = look(root);
        Map<String, String> versions =
                found.versions().stream().collect(Collectors.toMap(FoundVersion::name, FoundVersion::path));
        Map<String, String> channels =
                found.channels().stream().collect(Collectors.toMap(FoundChannel::name, FoundChannel::link));
        CommitView view = kind.commits().orElseThrow().view(root, versions, channels);
        for (FoundChannel channel : found.channels()) {
            assertEquals(
                    channel.target(),
                    view.line(channel.name()).orElseThrow().head().orElseThrow().version());
        }
        assertEquals("41.2", target(found, "prod:k/prod"));
        assertEquals("41.2", target(found, "dev:k/41.2"));
        assertEquals(List.of(), view.fresh());
    }

    private static String target(Recognition found, String channel) {
        return found.channels().stream()
                .filter(each -> each.name().equals(channel))
                .map(FoundChannel::target)
                .findFirst()
                .orElseThrow();
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
