package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.Hosts;
import io.tidemark.engine.Json;
import io.tidemark.host.ssh.Sshd;
import io.tidemark.model.HostProfile;
import io.tidemark.model.HostReport;
import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import io.tidemark.testkit.OwnLoopback;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A mirror host behind a real sshd: got to know, looked at, forgotten. */
@Timeout(120)
@NeedsProgram({"sshd", "ssh-keygen", "rsync"})
class HostOverSshTest {

    private static final String WRONG = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @TempDir(factory = QuickDisk.class)
    Path base;

    private FarHost host;
    private Console console;
    private Path root;

    @BeforeEach
    void start() throws Exception {
        host = new FarHost(base);
        host.forget();
        console = host.console("first");
        root = base.resolve("srv/mirror files");
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
    }

    private Ran add(String name, String fingerprint, String... more) {
        String[] words = {
            "host",
            "add",
            name,
            "--address",
            "far",
            "--user",
            Sshd.account(),
            "--root",
            root.toString(),
            "--fingerprint",
            fingerprint
        };
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return console.run(all);
    }

    @Test
    void onlyTheKeyThatItsKeeperGaveIsAccepted() throws Exception {
        add("paris", WRONG).refused(3, WRONG, "was expected");
        console.does("host", "list").says("No host");
        add("paris", host.fingerprint(), "--dry-run").done().says("would be added");
        console.does("host", "list").says("No host");
        add("paris", host.fingerprint(), "--group", "west", "--tag", "fast", "--tier", "2")
                .done();
        console.does("host", "list").says("paris", Sshd.account() + "@far", "tier 2", "west", "never checked");
        add("paris", host.fingerprint()).refused(2, "paris", "already");
    }

    @Test
    void fieldsThatCannotBeAreNamed() throws Exception {
        add("../x", host.fingerprint()).refused(2, "../x");
        add("all", host.fingerprint()).refused(2, "all");
        add("paris", "MD5:00").refused(2, "MD5:00");
        add("paris", host.fingerprint(), "--port", "65536").refused(2, "65536");
        add("paris", host.fingerprint(), "--tier", "3").refused(2, "--tier");
        root = base.resolve("authorized");
        add("paris", host.fingerprint()).refused(3, "no directory");
        root = Path.of("/srv");
        console.run("host", "add", "p", "--address", "far", "--user", "u", "--root", "/srv/../etc")
                .refused(2, "/srv/../etc");
        console.run("host", "check", "nobody").refused(2, "nobody");
        console.does("host", "list").says("No host");
    }

    @Test
    void whatIsFoundIsSaidInBothLanguagesAndRemembered() throws Exception {
        add("paris", host.fingerprint()).done();
        Files.writeString(Files.createDirectories(root.resolve("arch/live")).resolve("lastsync"), "1690000000\n");
        String english = console.does("host", "check").out();
        String french = console.does("host", "check", "all", "--lang", "fr").out();
        for (String said : Set.of(english, french)) {
            assertFalse(said.contains("host.found"), said);
            assertFalse(said.contains("{"), said);
        }
        assertTrue(french.contains("Horloge\u00a0: juste"), french);
        HostReport report = host.engine("first").hosts().last("paris").orElseThrow();
        Set<String> checks =
                report.findings().stream().map(HostReport.Finding::check).collect(Collectors.toSet());
        Set<String> expected = Set.of(
                "space", "inodes", "cores", "memory", "clock", "rsync", "service", "port.80", "port.443", "cron");
        assertTrue(checks.containsAll(expected), checks.toString());
        assertEquals("arch", report.repositories().getFirst().name());
        assertTrue(report.figures().get("free.bytes") > 0);
        console.does("host", "list").says("just now");
        assertTrue(Files.exists(base.resolve("first.hosts.json")));
    }

    /** A dry run saves nothing, so what carries it out names the options again. */
    @Test
    void aDryRunOfSettingUpSaysWhatWasTyped() throws Exception {
        root = Path.of("/srv/no-mirror-is-there");
        add("paris", host.fingerprint()).done();
        console.run("host", "provision", "paris", "--web", "apache", "--name", "mirror.example.org", "--dry-run")
                .says(
                        "tidemark host provision paris --web apache --name mirror.example.org",
                        "nothing has been written");
        assertEquals(Optional.empty(), host.engine("first").hosts().get("paris").profile());
    }

    @Test
    void aHostThatIsGoneIsShownAsItWasSeenLast() throws Exception {
        add("paris", host.fingerprint()).done();
        console.does("host", "check", "--quiet");
        host.network.cut();
        Ran gone = console.run("host", "check", "paris");
        assertEquals(4, gone.exit(), gone.toString());
        gone.says("Clock: right", "✗");
        JsonNode listed =
                Json.mapper().readTree(console.does("host", "list", "--json").out());
        assertEquals("DANGER", listed.path("hosts").path(0).path("worst").asString());
        console.does("host", "remove", "paris", "--dry-run").says("would be forgotten");
        console.does("host", "remove", "paris").says("is forgotten");
        console.does("host", "list").says("No host");
        assertFalse(Files.readString(base.resolve("first.hosts.json")).contains("paris"));
    }

    @Test
    void whatClientsFetchFirstIsFetched() throws Exception {
        Mirror mirror = Mirror.at(base, console);
        mirror.living(mirror.url());
        Path there = Files.createDirectories(root.resolve("alpine/3.15.4/main/x86_64"));
        Files.writeString(there.resolve("APKINDEX.tar.gz"), "an index");
        Files.createSymbolicLink(root.resolve("alpine/latest-stable"), Path.of("3.15.4"));
        add("paris", host.fingerprint()).done();
        InetSocketAddress address = new InetSocketAddress(OwnLoopback.address(), 0);
        try (TreeServer web = TreeServer.start(Published.tree(root), address, Duration.ZERO)) {
            Hosts hosts = host.engine("first").hosts();
            HostProfile profile = hosts.suggestProfile("paris");
            assertEquals(List.of("latest-stable"), profile.trees().getFirst().moving());
            URI url = URI.create(web.url());
            hosts.save(hosts.get("paris").with(at(profile, url.getHost(), url.getPort(), pulls())));
            console.does("host", "check")
                    .says("✓ /alpine/latest-stable/main/x86_64/APKINDEX.tar.gz", "Port 873: closed to us, though")
                    .says("port " + host.network.port() + ": open", "closed, though content is fetched from there")
                    .says("✓ Content of alpine: last changed or compared just now");
            Files.delete(there.resolve("APKINDEX.tar.gz"));
            console.does("host", "check").says("the web server answers 404");
        }
        console.does("host", "check").says("closed to us, though clients should come in there");
    }

    /** One upstream that the host reaches, and one that it does not. */
    private List<HostProfile.Pull> pulls() throws Exception {
        String here = OwnLoopback.address().getHostAddress();
        return List.of(
                new HostProfile.Pull("alpine", "rsync://" + here + ":" + host.network.port() + "/x", 6, 0),
                new HostProfile.Pull("other", "rsync://" + here + ":" + OwnLoopback.freePort() + "/x", 6, 0));
    }

    private static HostProfile at(HostProfile old, String name, int port, List<HostProfile.Pull> pulls) {
        return new HostProfile(
                old.account(),
                old.home(),
                old.root(),
                old.trees(),
                new HostProfile.Web(
                        old.web().server(),
                        name,
                        Optional.empty(),
                        port,
                        old.web().tls()),
                old.connections(),
                old.ftp(),
                pulls,
                old.firewall(),
                old.ignored());
    }

    @Test
    void clientsAndKeepersAreToldWhatTheyNeed() throws Exception {
        Mirror mirror = Mirror.at(base, console);
        mirror.living(mirror.url());
        add("paris", host.fingerprint()).done();
        console.does("host", "clients", "paris", "alpine")
                .says(
                        "# apk: /etc/apk/repositories",
                        "http://far/alpine/latest-stable/main",
                        "http://far/alpine/3.15.4/community",
                        "rsync://far/alpine/latest-stable/");
        console.does("host", "mail", "paris", "alpine").says("Public hostname: far", "Scheduled sync time:");
        console.run("host", "clients", "paris", "ssh://far/x").refused(2, "another machine");
    }
}
