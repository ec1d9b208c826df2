package io.tidemark.engine.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ProblemException;
import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Production as computers see it: over HTTP, signed, by the real program. */
@NeedsProgram({"ostree", "gpg", "gpgconf", "gpg-agent"})
class RealClientTest {

    @TempDir(factory = QuickDisk.class)
    Path dir;

    @Test
    void clientsFollowPromotionsAndRollbacks() throws Exception {
        try (CommitLab lab = new CommitLab(dir);
                KeyRing ring = KeyRing.make(dir.resolve("g"))) {
            lab.init(Map.of("gpg-sign", ring.key(), "gpg-home", ring.home().toString(), "scratch-deltas", "true"));
            lab.release("41.1");
            lab.promote("41.1");
            try (TreeServer server = TreeServer.start(Published.tree(lab.root))) {
                Client client = client(server, ring, "c");
                client.upgrade("--require-static-deltas");
                assertEquals("VERSION=41.1\n", client.read("usr/lib/os-release"));
                lab.release("41.2");
                lab.promote("41.2");
                client.upgrade("--require-static-deltas");
                assertEquals("VERSION=41.2\n", client.read("usr/lib/os-release"));
                lab.rollback(Optional.empty(), false);
                client.upgrade("--require-static-deltas");
                assertEquals("VERSION=41.1\n", client.read("usr/lib/os-release"));
                lab.promote("41.2");
                older(lab.root.resolve("prod/summary"));
                client.upgrade("--disable-static-deltas");
                lab.rollback(Optional.of("41.1"), true);
                AssertionError refused = assertThrows(AssertionError.class, client::upgrade);
                assertTrue(refused.getMessage().contains("chronologically older"), refused.getMessage());
                Client fresh = client(server, ring, "d");
                fresh.upgrade();
                assertEquals("VERSION=41.1\n", fresh.read("usr/lib/os-release"));
                mirror(server, ring, lab);
                assertTrue(Files.exists(lab.root.resolve("prod/summary.sig")));
                assertEquals("", lab.fsck(lab.root.resolve("prod")));
            }
        }
    }

    /** Another company mirrors our production, and takes nothing older and nothing that we did not sign. */
    private void mirror(TreeServer server, KeyRing ring, CommitLab lab) throws Exception {
        try (CommitLab other = new CommitLab(Files.createDirectory(dir.resolve("other")))) {
            other.init(
                    server.url() + "prod",
                    Map.of(
                            "ref",
                            CommitLab.PROD_REF,
                            "gpg-keys",
                            ring.exported().toString()));
            other.update();
            assertEquals(Optional.of("41.1"), other.channel("dev"));
            assertFalse(Files.readString(other.root.resolve("dev/config")).contains("remote"));
            lab.promote("41.2");
            older(lab.root.resolve("prod/summary"));
            other.update();
            assertEquals(Optional.of("41.2"), other.channel("dev"));
            lab.rollback(Optional.of("41.1"), true);
            ProblemException refused = assertThrows(ProblemException.class, other::update);
            assertEquals("ostree.upstream.older", refused.problem().code());
            assertEquals(Optional.of("41.2"), other.channel("dev"));
            lab.foreignCommit(lab.root.resolve("prod"), CommitLab.PROD_REF, "unsigned");
            lab.update();
            assertThrows(ProblemException.class, other::update);
            lab.rollback(Optional.of("41.1"), false);
            lab.rollback(Optional.of("41.2"), true);
            client(server, ring, "e").upgrade();
            assertEquals("", other.fsck(other.root.resolve("dev")));
        }
    }

    /** Web servers tell apart what changes within a second only by its size. */
    private static void older(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-20T12:00:00Z")));
    }

    private Client client(TreeServer server, KeyRing ring, String name) throws Exception {
        return new Client(dir.resolve(name), server.url() + "prod", ring.exported(), CommitLab.PROD_REF);
    }
}
