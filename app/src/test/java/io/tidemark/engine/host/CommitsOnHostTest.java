package io.tidemark.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.commit.Client;
import io.tidemark.engine.commit.CommitLab;
import io.tidemark.engine.commit.KeyRing;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.publish.Copies;
import io.tidemark.host.publish.MirrorHost;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.kind.git.GitUpstream;
import io.tidemark.model.HostReport;
import io.tidemark.model.Lane;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.Policies;
import io.tidemark.model.ProblemException;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits, what clients fetch of them and what they are told, on their way to a real sshd. */
@NeedsProgram({"sshd", "ssh-keygen", "ostree", "gpg", "gpgconf", "gpg-agent"})
class CommitsOnHostTest {

    /** The slashes of a ref are in the channel's name. */
    private static final String PROD = "prod:" + CommitLab.PROD_REF;

    @TempDir(factory = QuickDisk.class)
    private Path dir;

    private CommitLab lab;
    private MirrorHost mirror;

    @BeforeEach
    void open() throws Exception {
        lab = new CommitLab(dir);
        mirror = new MirrorHost(dir.resolve("there"));
    }

    @AfterEach
    void close() {
        mirror.close();
        lab.close();
    }

    private HostWork work() throws Exception {
        return new HostWork(new Repositories(lab.ground(), place -> place), mirror.doors(mirror.sshd.port));
    }

    private Outcome run(Operation.OnHost operation) throws Exception {
        return work().run(operation, work().plan(operation, lab.job()), lab.job());
    }

    private void refused(String code, Operation.OnHost operation) {
        ProblemException refused = assertThrows(ProblemException.class, () -> run(operation));
        assertEquals(code, refused.problem().code(), refused.problem().toString());
    }

    private Operation.Publish publishing(String version) throws Exception {
        return new Operation.Publish(lab.root.toString(), mirror.host(), version);
    }

    private Operation.SwitchThere switching(String version, String channel) throws Exception {
        return new Operation.SwitchThere(lab.root.toString(), mirror.host(), version, channel, "");
    }

    private Operation.RollbackThere rollingBack() throws Exception {
        return new Operation.RollbackThere(mirror.host(), "kinoite", PROD, Optional.empty(), false, "no boot");
    }

    private Path there(String relative) {
        return mirror.root.resolve("kinoite").resolve(relative);
    }

    private Client client(TreeServer server, KeyRing ring, String name) throws Exception {
        return new Client(dir.resolve(name), server.url() + "prod", ring.exported(), CommitLab.PROD_REF);
    }

    @Test
    void clientsOfAHostFollowWhatIsSwitchedThereAndTakenBack() throws Exception {
        try (KeyRing ring = KeyRing.make(dir.resolve("g"));
                TreeServer server = TreeServer.start(Published.tree(Files.createDirectories(there(""))))) {
            lab.init(Map.of("gpg-sign", ring.key(), "gpg-home", ring.home().toString(), "scratch-deltas", "true"));
            lab.release("41.1");
            run(publishing("41.1"));
            lab.promote("41.1", PROD);
            refused("host.commit-missing", switching("41.1", PROD));
            run(publishing("41.1"));
            assertFalse(Files.exists(there("prod/refs")));
            assertFalse(Files.exists(there("prod/summary")));
            run(switching("41.1", PROD));
            Client client = client(server, ring, "c");
            client.upgrade("--require-static-deltas");
            assertEquals("VERSION=41.1\n", client.read("usr/lib/os-release"));

            lab.release("41.2");
            lab.promote("41.2", PROD);
            Outcome second = run(publishing("41.2"));
            assertTrue(second.figures().get("share.files") > 2, second.figures().toString());
            refused("host.commit-elsewhere", switching("41.1", PROD));
            run(switching("41.2", PROD));
            assertEquals(
                    Outcome.Result.NOTHING_TO_DO, run(switching("41.2", PROD)).result());
            client.upgrade("--require-static-deltas");
            assertEquals("VERSION=41.2\n", client.read("usr/lib/os-release"));
            assertEquals("", fsckThere());

            Plan back = work().plan(rollingBack(), lab.job());
            assertTrue(back.notices().stream().anyMatch(n -> n.phrase().key().equals("host.commit.back")));
            assertEquals(Optional.of("41.1"), run(rollingBack()).version());
            AssertionError younger = assertThrows(AssertionError.class, client::upgrade);
            assertTrue(younger.getMessage().contains("chronologically older"), younger.getMessage());
            Client fresh = client(server, ring, "d");
            fresh.upgrade();
            assertEquals("VERSION=41.1\n", fresh.read("usr/lib/os-release"));

            lab.rollback(PROD, Optional.of("41.1"), false);
            run(publishing("41.1"));
            run(switching("41.1", PROD));
            client.upgrade("--require-static-deltas");
            assertEquals("VERSION=41.1\n", client.read("usr/lib/os-release"));
        }
        HostReport.Copy copy = copy();
        assertEquals(
                List.of("41.1", "41.2"),
                copy.versions().stream().map(HostReport.CopiedVersion::name).toList());
        Lane prod = copy.lanes().stream()
                .filter(lane -> lane.channel().equals(PROD))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("41.1", "41.2", "41.1"),
                prod.spans().stream().map(Lane.Span::version).toList());
    }

    /** The program wants directories of its own, which no client asks for. */
    private String fsckThere() throws Exception {
        Files.createDirectories(there("prod/refs/remotes"));
        Files.createDirectories(there("prod/tmp"));
        return lab.fsck(there("prod"));
    }

    @Test
    @NeedsProgram("git")
    void gitMirrorsAreClonedFromAHost() throws Exception {
        GitUpstream upstream = GitUpstream.make(dir.resolve("upstream.git"));
        Path project = dir.resolve("project");
        lab.run(new Operation.Init(
                project.toString(),
                "git",
                "",
                new Upstream(upstream.url(), Map.of()),
                TransferSettings.standard(),
                Policies.standard(),
                Optional.empty(),
                List.of()));
        try (TreeServer server = TreeServer.start(Published.tree(mirror.root))) {
            for (String version : List.of("one", "two")) {
                upstream.commits("main", 20);
                lab.run(new Operation.Update(
                        project.toString(), Optional.of(version), Optional.empty(), false, List.of(), List.of()));
                run(new Operation.Publish(project.toString(), mirror.host(), version));
                run(new Operation.SwitchThere(project.toString(), mirror.host(), version, "live", ""));
                assertEquals(upstream.id("main"), cloned(server, version));
            }
            run(new Operation.RollbackThere(mirror.host(), "project", "live", Optional.empty(), true, "broken"));
            assertEquals(upstream.id("main~20"), cloned(server, "again"));
        }
    }

    private String cloned(TreeServer server, String name) throws Exception {
        Path clone = dir.resolve(name);
        GitUpstream.run(dir, "", "clone", "-q", "--mirror", server.url() + "project/live", clone.toString());
        return GitUpstream.run(clone, "", "rev-parse", "main").strip();
    }

    private HostReport.Copy copy() throws Exception {
        try (SshConnection connection = mirror.open()) {
            return Copies.read(connection, mirror.host(), lab.job()).getFirst();
        }
    }
}
