package io.tidemark.engine.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
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

    @TempDir
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
                assertTrue(Files.exists(lab.root.resolve("prod/summary.sig")));
                assertEquals("", lab.fsck(lab.root.resolve("prod")));
            }
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
