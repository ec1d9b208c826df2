package io.tidemark.host.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.HostDrift.Item;
import io.tidemark.model.HostDrift.State;
import io.tidemark.model.HostProfile;
import io.tidemark.model.Notice;
import io.tidemark.model.PlanStep;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Debian host is made what its profile says, or left as it was; its own programs and files are the real ones. */
@NeedsProgram({"sshd", "ssh-keygen", "unshare", "nsenter", "ip", "nginx", "rsync", "curl", "useradd"})
@Timeout(120)
class ProvisionTest {

    @TempDir
    Path temp;

    private Setting setting;

    @BeforeEach
    void start() throws Exception {
        setting = new Setting(temp.resolve("host"));
    }

    @AfterEach
    void stop() {
        setting.close();
    }

    @Test
    void withoutAServiceManagerAllIsWrittenAndWhatWasNotRunIsSaid() throws Exception {
        HostProfile profile = Setting.pulling(Setting.profile());
        Map<String, Item> before = setting.open(profile);
        assertEquals(State.MISSING, before.get("account:mirror").state());
        assertEquals(State.MISSING, before.get(Setting.SITE).state());
        assertTrue(before.containsKey("/srv/mirror/puavo"), before.keySet().toString());
        String untouched = setting.there.read("/srv/mirror/alpine/v3.15/index");
        setting.apply(profile);

        Survey after = setting.look(profile);
        assertEquals(List.of(), after.open().map(Standing::item).toList());
        assertTrue(new Proposal(after).nothingToDo());
        Notice said = new Proposal(after).notices().getFirst();
        assertEquals("provision.no-manager", said.phrase().key());
        assertTrue(said.phrase().args().get("services").contains("tidemark-pull-puavo.timer"));
        assertEquals(untouched, setting.there.read("/srv/mirror/alpine/v3.15/index"));
        assertEquals("root root 644\n", setting.there.must("stat", "-c", "%U %G %a", "/etc/rsyncd.conf"));
        assertEquals("mirror mirror 755\n", setting.there.must("stat", "-c", "%U %G %a", "/srv/mirror/puavo"));
        assertTrue(setting.there.read("/etc/default/rsync").contains("\nRSYNC_ENABLE=true\n"));
        served();
        nobodyLogsIn();
    }

    private void served() throws Exception {
        setting.there.must("nginx");
        assertEquals("200", setting.status("http://mirror.example.org/alpine/v3.15/index"));
        assertEquals("404", setting.status("http://mirror.example.org/alpine/.tidemark/config.json"));
        assertEquals("404", setting.status("http://mirror.example.org/alpine/.tidemark/"));
        setting.there.must("rsync", "--daemon");
        assertTrue(
                setting.there.must("rsync", "-r", "rsync://127.0.0.1/alpine/").contains("v3.15/index"));
        assertNotEquals(
                0,
                setting.there
                        .run("rsync", "rsync://127.0.0.1/alpine/.tidemark/config.json")
                        .status());
    }

    private void nobodyLogsIn() throws Exception {
        assertThrows(
                ProblemException.class,
                () -> setting.there
                        .open(setting.there.host("mirror", Setting.profile()))
                        .close());
        assertNotEquals(
                0,
                setting.there
                        .run("setpriv", "--reuid=mirror", "--clear-groups", "/usr/sbin/nologin")
                        .status());
        assertTrue(setting.there.must("getent", "passwd", "mirror").endsWith("nologin\n"));
    }

    @Test
    void aServiceManagerIsToldAndTheServersAreProbed() throws Exception {
        Recorders.systemd(setting.there);
        HostProfile profile = Setting.profile();
        List<Action> actions = new Proposal(setting.look(profile))
                .steps().stream().map(PlanStep::action).toList();
        assertEquals(Action.KEEP, actions.getFirst());
        assertTrue(actions.lastIndexOf(Action.WRITE) < actions.indexOf(Action.VERIFY), actions.toString());
        assertTrue(actions.lastIndexOf(Action.VERIFY) < actions.indexOf(Action.START), actions.toString());
        assertEquals(Action.PROBE, actions.getLast());
        setting.apply(profile);
        assertEquals(Map.of(), setting.open(profile));
        assertTrue(new Proposal(setting.look(profile)).nothingToDo());
        List<String> calls = setting.calls();
        for (String call : List.of(
                "systemctl enable -- nginx",
                "systemctl start -- nginx",
                "systemctl enable -- rsync",
                "systemctl start -- rsync",
                "ufw allow 80/tcp",
                "ufw allow 873/tcp")) {
            assertTrue(calls.contains(call), call + " in " + calls);
        }
        assertTrue(setting.logged.contains("provision.log.probe mirror.example.org"), setting.logged.toString());
        assertEquals("200", setting.status("http://mirror.example.org/alpine/v3.15/index"));
        assertFalse(setting.there
                        .run("test", "-e", "/srv/mirror/alpine/.tidemark-probe")
                        .status()
                == 0);
        assertNotEquals(
                0,
                setting.there
                        .run("test", "-e", "/etc/nginx/sites-enabled/default")
                        .status());
    }

    @Test
    void oneLineChangedByHandIsDriftAndOnlyThatIsPutRight() throws Exception {
        Recorders.systemd(setting.there);
        HostProfile profile = Setting.profile();
        setting.apply(profile);
        setting.there.must("sed", "-i", "s/max connections = 25/max connections = 20/", "/etc/rsyncd.conf");
        setting.there.must("rm", Recorders.CALLS);
        Map<String, Item> open = setting.open(profile);
        assertEquals(Set.of("/etc/rsyncd.conf"), open.keySet());
        Item item = open.get("/etc/rsyncd.conf");
        assertEquals("1", item.detail().args().get("lines"));
        assertTrue(item.actual().orElse("").contains("connections = 20"));
        assertTrue(item.desired().orElse("").contains("connections = 25"));
        String site = setting.there.must("stat", "-c", "%i %Y", Setting.SITE);
        setting.logged.clear();
        setting.apply(profile);
        assertEquals(site, setting.there.must("stat", "-c", "%i %Y", Setting.SITE));
        assertEquals(
                List.of(
                        "provision.log.step /etc/rsyncd.conf",
                        "provision.log.check rsync --daemon",
                        "provision.log.service rsync",
                        "provision.log.probe mirror.example.org"),
                setting.logged);
        assertFalse(
                setting.calls().stream().anyMatch(call -> call.contains("reload-or-restart")),
                setting.calls().toString());
        String kept = setting.there.must("sh", "-c", "cat /var/backups/tidemark/*/files/etc/rsyncd.conf");
        assertTrue(kept.contains("max connections = 20"), kept);
    }

    @Test
    void whatNginxRefusesIsPutBackByteForByte() throws Exception {
        setting.there.write("/etc/nginx/conf.d/other.conf", "server { nonsense on; }\n", "644");
        setting.there.write("/etc/rsyncd.conf", "# theirs\n", "600");
        String before = setting.state();
        ProblemException refused = assertThrows(ProblemException.class, () -> setting.apply(Setting.profile()));
        assertEquals("provision.check", refused.problem().code());
        assertEquals(Problem.State.UNCHANGED, refused.problem().state());
        assertTrue(
                refused.problem().details().contains("nonsense"),
                refused.problem().toString());
        assertEquals(before, setting.state());
        assertNotEquals(0, setting.there.run("getent", "passwd", "mirror").status());
        assertNotEquals(
                0,
                setting.there
                        .run("test", "-e", "/var/backups/tidemark/unfinished")
                        .status());
    }

    @Test
    void anotherSiteThatAnswersForTheNameIsFoundByTheProbeAndAllIsPutBack() throws Exception {
        Recorders.systemd(setting.there);
        setting.there.write(
                "/etc/nginx/conf.d/aaa.conf",
                "server { listen 80; server_name mirror.example.org; return 410; }\n",
                "644");
        String before = setting.state();
        ProblemException failed = assertThrows(ProblemException.class, () -> setting.apply(Setting.profile()));
        assertEquals(
                "provision.probe", failed.problem().code(), failed.problem().toString());
        assertEquals("410", failed.problem().args().get("said"));
        assertEquals(before, setting.state());
        List<String> calls = setting.calls();
        assertTrue(calls.contains("systemctl disable -- nginx"), calls.toString());
        assertTrue(calls.contains("systemctl stop -- nginx"), calls.toString());
        assertTrue(calls.contains("ufw delete allow 80/tcp"), calls.toString());
    }

    @Test
    void aCutAnywhereIsPutBackByTheNextRun() throws Exception {
        HostProfile profile = Setting.profile();
        String before = setting.state();
        setting.apply(profile);
        int lines = setting.logged.size();
        String after = setting.state();
        restart();
        for (int line : List.of(1, lines / 2, lines)) {
            int at = line;
            setting.logged.clear();
            setting.onLog(() -> {
                if (setting.logged.size() == at) {
                    setting.there.cut();
                }
            });
            ProblemException cut = assertThrows(ProblemException.class, () -> setting.apply(profile));
            assertEquals("provision.cut", cut.problem().code(), cut.problem().toString());
            assertEquals(Problem.State.UNKNOWN, cut.problem().state());
            assertTrue(setting.look(profile).unfinished());
            Proposal proposal = new Proposal(setting.look(profile));
            assertEquals(
                    "provision.step.recover",
                    proposal.steps().getFirst().reason().key());
            setting.onLog(() -> {});
            putBack(profile);
            assertEquals(before, setting.state(), "cut at line " + line);
        }
        setting.apply(profile);
        assertEquals(after, setting.state());
    }

    private void restart() throws Exception {
        setting.close();
        setting = new Setting(temp.resolve("host-2"));
    }

    private void putBack(HostProfile profile) throws Exception {
        var host = setting.there.host("root", profile);
        try (var connection = setting.there.open(host);
                var provisioner = Provisioner.open(connection, host, Clock.systemUTC())) {
            assertFalse(provisioner.look().unfinished());
        }
    }

    @Test
    @NeedsProgram({"apachectl", "vsftpd"})
    void apacheAndVsftpdServeTheTreesAndNothingWithADot() throws Exception {
        Recorders.systemd(setting.there);
        setting.there.must("sh", "-c", "rm -f /etc/apache2/mods-enabled/headers.load");
        HostProfile profile = Setting.ignoring(
                Setting.profile(HostProfile.WebServer.APACHE, 80, new HostProfile.Tls.None()), "nothing");
        setting.apply(profile);
        assertEquals(Map.of(), setting.open(profile));
        assertTrue(setting.logged.contains("provision.log.check apachectl configtest"), setting.logged.toString());
        assertEquals("200", setting.status("http://mirror.example.org/alpine/v3.15/index"));
        assertEquals("404", setting.status("http://mirror.example.org/alpine/.tidemark/config.json"));
        assertEquals("packages", setting.there.must("curl", "-s", "ftp://127.0.0.1/alpine/v3.15/index"));
        assertNotEquals(
                0,
                setting.there
                        .run("curl", "-s", "ftp://127.0.0.1/alpine/.tidemark/config.json")
                        .status());
    }

    @Test
    void twoAtATimeAreOneAfterTheOther() throws Exception {
        var host = setting.there.host("root", Setting.profile());
        try (var one = setting.there.open(host);
                var first = Provisioner.open(one, host, Clock.systemUTC());
                var other = setting.there.open(host)) {
            assertFalse(first.look().unfinished());
            ProblemException busy =
                    assertThrows(ProblemException.class, () -> Provisioner.open(other, host, Clock.systemUTC()));
            assertEquals("provision.busy", busy.problem().code());
        }
    }
}
