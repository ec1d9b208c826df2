package io.tidemark.kind.ostree;

import static io.tidemark.kind.ostree.Yard.JOB;
import static io.tidemark.kind.ostree.Yard.OSTREE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.kind.CommitMove;
import io.tidemark.kind.CommitPlace;
import io.tidemark.kind.CommitReady;
import io.tidemark.kind.ostree.VariantWriter.Ready;
import io.tidemark.model.BootRole;
import io.tidemark.model.PackageChange;
import io.tidemark.model.Upstream;
import io.tidemark.model.VersionFacts;
import io.tidemark.testkit.NeedsProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits as rpm-ostree makes them, with more packages than an argument of a program could name. */
@NeedsProgram("ostree")
class PackagesTest {

    private static final int MANY = 4000;

    @TempDir
    Path dir;

    private final OstreeKind kind = new OstreeKind();
    private Path root;
    private Checksum plain;

    private Checksum compose(String kernel, String... more) throws Exception {
        Objects objects = new Objects(root.resolve("dev"), true);
        Commit source = objects.commit(plain);
        List<Ready> packages = new ArrayList<>();
        packages.add(pack("kernel", "0", kernel, "200.fc41"));
        for (int i = 0; i < MANY; i++) {
            packages.add(pack("package-" + i, i % 7 == 0 ? "1" : "0", "1." + i, "1.fc41"));
        }
        for (String each : more) {
            packages.add(pack(each, "0", "1", "1"));
        }
        Map<String, Variant> metadata = new LinkedHashMap<>(source.metadata());
        Ready list = VariantWriter.any("a(sssss)", VariantWriter.array(packages));
        metadata.put(PackageList.KEY, Variant.of("v", list.bytes()));
        byte[] object = CommitWriter.write(
                source.content(), new Commit(plain, source.content(), metadata), Yard.REF, Optional.empty());
        Path hand = new Yard(dir).repository("hand-" + kernel);
        Checksum id = Checksum.ofContent(object);
        Path file = hand.resolve(ObjectType.COMMIT.path(id));
        Files.createDirectories(file.getParent());
        Files.write(file, object);
        OSTREE.content(root.resolve("dev")).pullLocal(hand, List.of(id.hex()), 0, JOB);
        return id;
    }

    private static Ready pack(String name, String epoch, String version, String release) {
        List<Ready> texts = new ArrayList<>();
        for (String each : List.of(name, epoch, version, release, "x86_64")) {
            texts.add(VariantWriter.text(each));
        }
        return new Ready(VariantWriter.tuple(texts), 1, false);
    }

    @Test
    void packagesAreComparedAndGoAlongToProduction() throws Exception {
        root = Files.createDirectories(dir.resolve("both"));
        Yard yard = new Yard(root);
        yard.repository("dev");
        Path prod = yard.repository("prod");
        plain = yard.commit(root.resolve("dev"), Yard.REF, yard.system("tree", "1"), "41.1");
        Checksum first = compose("6.11.4", "old-one");
        Checksum second = compose("6.11.10", "new-one");
        VersionFacts before = facts(first);
        assertEquals(MANY + 2, before.packages().size());
        List<PackageChange> changes = kind.comparePackages(before, facts(second));
        assertEquals(
                List.of("kernel", "new-one", "old-one"),
                changes.stream().map(PackageChange::name).toList());
        assertEquals(PackageChange.Kind.UPGRADED, changes.getFirst().kind());
        assertEquals(BootRole.KERNEL, changes.getFirst().role());
        assertEquals("6.11.10-200.fc41", changes.getFirst().after());

        CommitMove move = new CommitMove(
                "prod/refs/heads/kinoite/prod",
                new CommitMove.Named("41.1", "dev/" + ObjectType.COMMIT.path(second), List.of()),
                false,
                false,
                Upstream.none(),
                Instant.parse("2026-11-22T00:00:00Z"));
        CommitReady ready = kind.commits().orElseThrow().move(new CommitPlace(root, dir.resolve("scratch")), move, JOB);
        CommitReady.Document ref = ready.documents().stream()
                .filter(each -> each.path().equals("prod/refs/heads/kinoite/prod"))
                .findFirst()
                .orElseThrow();
        Checksum published = new Checksum(new String(ref.content(), StandardCharsets.US_ASCII).strip());
        Commit commit = new Objects(prod, true).commit(published);
        assertEquals(facts(second).packages(), CommitFacts.of(commit).packages());
        assertTrue(commit.acceptedAs("kinoite/prod"));
        assertTrue(Files.size(prod.resolve(ObjectType.COMMIT.path(published))) > 1 << 17);
    }

    private VersionFacts facts(Checksum commit) throws Exception {
        return kind.inspect(root.resolve("dev").resolve(ObjectType.COMMIT.path(commit)), JOB);
    }
}
