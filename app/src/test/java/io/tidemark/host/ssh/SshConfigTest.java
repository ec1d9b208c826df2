package io.tidemark.host.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.model.ProblemException;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshConfigTest {

    private static final String TEXT = """
        # comment
        Host paris lyon
            HostName %h.example.org
            Port 2222
            User=publisher
            IdentityFile ~/.ssh/mirror
            IdentityFile "%d/keys/a key"
        Host ly?n
          Port 3333
          ProxyJump gate@bastion:22022,second
        Host *.intern !secret.intern
          user inside
        Host bastion
          HostName 192.0.2.7
          ProxyJump none
        Host tunnel
          ProxyCommand nc %h %p
        Host self
          ProxyJump self
        Host round
          ProxyJump square
        Host square
          ProxyJump round
        Match host odd
          User odd
        Host six
          HostName 2001:db8::1
        Host *
          User everybody
        """;

    @TempDir
    private Path home;

    private SshTarget target(String address) throws Exception {
        SshPlaces places = SshPlaces.of(home, Map.of());
        Files.createDirectories(places.config().getParent());
        Files.writeString(places.config(), TEXT);
        return SshConfig.read(places, "me").target(SshAddress.parse(address));
    }

    private String problem(String address) {
        return assertThrows(ProblemException.class, () -> target(address))
                .problem()
                .code();
    }

    @Test
    void theFirstValueCountsAndIdentitiesAddUp() throws Exception {
        SshTarget paris = target("ssh://paris/srv");
        assertEquals("publisher@paris.example.org:2222", paris.toString());
        assertEquals(List.of(home.resolve(".ssh/mirror"), home.resolve("keys/a key")), paris.identities());
        assertEquals("publisher@lyon.example.org:2222", target("ssh://lyon").toString());
    }

    @Test
    void theAddressCountsBeforeTheConfiguration() throws Exception {
        assertEquals(
                "root@paris.example.org:22", target("ssh://root@paris:22/srv").toString());
    }

    @Test
    void jumpsAreHostsOfTheConfigurationThemselves() throws Exception {
        assertEquals(
                List.of("gate@192.0.2.7:22022", "everybody@second:22"),
                target("ssh://lyon").jumps().stream().map(SshTarget::toString).toList());
        assertEquals(List.of(), target("ssh://self").jumps());
        assertEquals("ssh.config.host", problem("ssh://round"));
    }

    @Test
    void patternsAreTakenOutAgain() throws Exception {
        assertEquals("inside", target("ssh://web.intern").user());
        assertEquals("everybody", target("ssh://secret.intern").user());
        assertEquals("everybody", target("ssh://odd").user());
    }

    @Test
    void addressesOfVersionSix() throws Exception {
        assertEquals("everybody@[2001:db8::1]:22", target("ssh://six").toString());
        assertEquals("[2001:db8::2]:24", target("ssh://[2001:db8::2]:24/x").knownAs());
    }

    @Test
    void aProxyCommandIsNoSilentWayAround() {
        assertEquals("ssh.config.host", problem("ssh://tunnel"));
    }

    @Test
    void withoutAConfigurationTheAddressIsEnough() throws Exception {
        SshConfig none = SshConfig.read(SshPlaces.of(home, Map.of()), "me");
        assertEquals("me@web:22", none.target(SshAddress.parse("ssh://web/x")).toString());
    }

    @Test
    void addressesAreReadAndWritten() throws Exception {
        for (String text : List.of(
                "ssh://host",
                "ssh://host/srv/mirror",
                "ssh://me@host:22/a b/$x",
                "ssh://[::1]:8022/x",
                "ssh://h/é\n%20")) {
            assertEquals(text, SshAddress.parse(text).toString());
        }
    }

    @Test
    void addressesThatCouldBeSomethingElseAreRefused() {
        for (String text : List.of(
                "ssh://",
                "ssh:///path",
                "ssh://-oProxyCommand=x/",
                "ssh://me@-x",
                "ssh://-me@x",
                "ssh://a b/",
                "ssh://a;b",
                "ssh://$(x)/",
                "ssh://h:99999",
                "ssh://h:x",
                "ssh://a@b@c",
                "http://h",
                "ssh://h/\0",
                "ssh://h\n/",
                "ssh://`x`")) {
            ProblemException refused = assertThrows(ProblemException.class, () -> SshAddress.parse(text), text);
            assertEquals("ssh.address", refused.problem().code());
        }
    }

    @Test
    @NeedsProgram("ssh")
    void opensshReadsItTheSameWay() throws Exception {
        for (String alias : List.of("paris", "lyon", "web.intern", "secret.intern", "bastion", "six", "other")) {
            SshTarget ours = target("ssh://" + alias);
            String theirs =
                    Keys.run(List.of("ssh", "-F", home.resolve(".ssh/config").toString(), "-G", alias));
            for (String line : List.of("hostname " + ours.host(), "port " + ours.port(), "user " + ours.user())) {
                assertEquals(1, theirs.lines().filter(line::equals).count(), alias + ": " + line);
            }
        }
    }
}
