package io.tidemark.engine.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.demo.AlpineRecipe;
import io.tidemark.demo.AlpineUpstream;
import io.tidemark.job.JobContext;
import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import io.tidemark.kind.alpine.AlpineKind;
import io.tidemark.model.BootItem;
import io.tidemark.model.BootRole;
import io.tidemark.model.VersionFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptedContentTest {

    @TempDir
    Path dir;

    private final AlpineKind kind = new AlpineKind();
    private final MachinePool pool = new MachinePool();
    private final JobContext job = new Unwatched(pool);

    @AfterEach
    void stop() {
        pool.close();
    }

    @Test
    void aFileOfTheRightSizeWithWrongBytesKeepsNoIdentity() throws Exception {
        AlpineUpstream upstream =
                AlpineUpstream.create(dir, AlpineRecipe.small().withPackages(30));
        Path tree = dir.resolve("v3.15");
        VersionFacts facts = kind.inspect(tree, job);
        Map<String, String> claimed = new HashMap<>();
        kind.identities(tree, facts, claimed::put);
        assertEquals(claimed, new ProvenIdentities(kind, tree, job).of(claimed));
        Path damaged = upstream.packageFile("main", "alpine-keys");
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length - 20] ^= 1;
        Files.write(damaged, bytes);
        String path = tree.relativize(damaged).toString();
        assertTrue(claimed.containsKey(path));
        claimed.remove(path);
        Map<String, String> again = new HashMap<>();
        kind.identities(tree, facts, again::put);
        assertEquals(claimed, new ProvenIdentities(kind, tree, job).of(again));
    }

    @Test
    void bootFilesWithoutAPublishedDigestGetTheirOwn() throws Exception {
        Files.createDirectories(dir.resolve("releases"));
        Files.writeString(dir.resolve("releases/vmlinuz-lts"), "abc");
        VersionFacts facts = new VersionFacts(
                List.of(),
                List.of(
                        new BootItem(BootRole.KERNEL, "linux-lts", "5.15.41-r0", "Q1x"),
                        new BootItem(BootRole.KERNEL, "releases/vmlinuz-lts", "3.15.4", "list:3:1")),
                Map.of("release", "3.15.4"));
        VersionFacts complete = new BootDigests(dir, job).complete(facts);
        assertEquals("Q1x", complete.bootSet().getFirst().digest());
        assertEquals(
                "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad list:3:1",
                complete.bootSet().getLast().digest());
        assertEquals(facts.attributes(), complete.attributes());
        assertEquals(complete, new BootDigests(dir, job).complete(complete));
    }
}
