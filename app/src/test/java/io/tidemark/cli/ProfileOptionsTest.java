package io.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.model.HostProfile;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ProfileOptionsTest {

    private static final HostProfile OLD = new HostProfile(
            "mirror",
            "/var/lib/mirror",
            "/srv/mirror",
            List.of(),
            new HostProfile.Web(
                    HostProfile.WebServer.NGINX, "mirror.example", Optional.empty(), 80, new HostProfile.Tls.None()),
            25,
            true,
            List.of(new HostProfile.Pull("athena", "rsync://old.example/athena", 6, 1)),
            true,
            List.of("/etc/motd"));

    private static HostProfile over(String... words) throws ProblemException {
        ProfileOptions options = new ProfileOptions();
        new CommandLine(options).parseArgs(words);
        return options.over(OLD);
    }

    @Test
    void whatIsNotGivenStays() throws Exception {
        assertEquals(OLD, over());
    }

    @Test
    void whatIsGivenCounts() throws Exception {
        HostProfile fresh = over(
                "--account=www",
                "--web=apache",
                "--name=m.example",
                "--port=8443",
                "--certificate=/c",
                "--key=/k",
                "--no-ftp",
                "--no-firewall",
                "--ignore=/etc/issue",
                "--ignore=/etc/motd",
                "--rsync-connections=7",
                "--pull=athena=rsync://new.example/athena,2");
        assertEquals("www", fresh.account());
        assertEquals("https://m.example:8443", fresh.web().url());
        assertEquals(new HostProfile.Tls.Own("/c", "/k"), fresh.web().tls());
        assertEquals(List.of(false, false), List.of(fresh.ftp(), fresh.firewall()));
        assertEquals(List.of("/etc/motd", "/etc/issue"), fresh.ignored());
        assertEquals(7, fresh.connections());
        assertEquals(1, fresh.pulls().size());
        assertEquals("rsync://new.example/athena", fresh.pulls().getFirst().from());
        assertEquals(2, fresh.pulls().getFirst().hours());
    }

    @Test
    void certbotPublishesWhereBrowsersLook() throws Exception {
        assertEquals(
                "https://mirror.example",
                over("--certbot=k@mirror.example").web().url());
        assertEquals("http://mirror.example", over("--http").web().url());
        assertEquals("http://mirror.example:81", over("--port=81").web().url());
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertThrows(ProblemException.class, () -> over("--certificate=/c"));
        assertThrows(ProblemException.class, () -> over("--certbot=m@x", "--http"));
        for (String pull :
                List.of("athena", "athena=http://x/y", "a=rsync://x/y,0", "a=rsync://x/y,25", "=rsync://x")) {
            assertThrows(ProblemException.class, () -> over("--pull=" + pull), pull);
        }
    }
}
