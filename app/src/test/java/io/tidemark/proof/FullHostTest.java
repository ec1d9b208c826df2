package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.host.PublishLab;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host whose disk is full: nothing is published, and clients can be given the version before all the same. */
@NeedsProgram({"mount", "sshd", "ssh-keygen", "rsync"})
class FullHostTest {

    @TempDir(factory = QuickDisk.class)
    Path base;

    @Test
    void publishingIsRefusedAndRollingBackWorks() throws Exception {
        try (Mounted disk = Mounted.tmpfs(base.resolve("there/srv/mirror"), 4096);
                PublishLab lab = new PublishLab(base, "files")) {
            lab.write("1.0", Map.of("a", "one"));
            lab.write("2.0", Map.of("a", "two"));
            lab.write("3.0", Map.of("a", "three", "b", "x".repeat(200_000)));
            lab.seal("1.0", "2.0", "3.0");
            lab.run(lab.publishing("1.0"));
            lab.run(lab.switching("1.0"));
            lab.run(lab.publishing("2.0"));
            lab.run(lab.switching("2.0"));
            disk.fill(0);
            ProblemException full = assertThrows(ProblemException.class, () -> lab.run(lab.publishing("3.0")));
            assertEquals(Problem.Category.STORAGE, full.problem().category());
            assertFalse(Files.exists(lab.there("3.0")));
            assertEquals(
                    Optional.of("1.0"),
                    lab.run(lab.rollingBack(Optional.empty())).version());
            assertEquals(
                    "1.0", Files.readSymbolicLink(lab.there("latest-stable")).toString());
            assertTrue(lab.copy().lanes().getFirst().hold().isPresent());
            Files.delete(lab.mirror.root.resolve("ballast"));
            lab.run(lab.publishing("3.0"));
        }
    }
}
