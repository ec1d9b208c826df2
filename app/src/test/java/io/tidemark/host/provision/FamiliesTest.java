package io.tidemark.host.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Gate;
import io.tidemark.model.HostDrift.Item;
import io.tidemark.model.HostDrift.State;
import io.tidemark.model.HostProfile;
import io.tidemark.model.HostProfile.Tls;
import io.tidemark.model.HostProfile.WebServer;
import io.tidemark.model.ProblemException;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Other systems than this machine's, and programs that it lacks: {@code os-release} is exchanged, and {@link Recorders} stand
 * in for systemctl, rc-service, ufw, firewall-cmd, semanage, certbot and sudo. What is shown is which calls are made with
 * which arguments, and what is made of such answers; nginx, rsync and the accounts are real.
 */
@NeedsProgram({"sshd", "ssh-keygen", "unshare", "nsenter", "ip", "nginx", "rsync", "curl", "openssl", "useradd"})
@Timeout(120)
class FamiliesTest {

    private static final String CERTBOT = """
        case $1 in
        --nginx)
            d=/etc/letsencrypt/live/mirror.example.org; mkdir -p "$d"; chmod 700 /etc/letsencrypt/live
            [ -e "$d/privkey.pem" ] || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 \\
                -subj /CN=mirror.example.org -keyout "$d/privkey.pem" -out "$d/fullchain.pem" 2>/dev/null
            f=/etc/nginx/sites-available/tidemark
            sed -i -e '/^    listen/d' -e "s|^    server_name .*|&\\n    listen 443 ssl; # managed by Certbot\\n    ssl_certificate $d/fullchain.pem; # managed by Certbot\\n    ssl_certificate_key $d/privkey.pem; # managed by Certbot|" "$f"
            cat >>"$f" <<END
        server {
            if (\\$host = mirror.example.org) {
                return 301 https://\\$host\\$request_uri;
            } # managed by Certbot

            listen 80;
            server_name mirror.example.org;
            return 404; # managed by Certbot
        }
        END
            nginx -s reload ;;
        renew) echo "simulated" ;;
        esac
        """;

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

    private void system(String release) throws Exception {
        setting.there.must("rm", "-f", "/etc/os-release");
        setting.there.write("/etc/os-release", release, "644");
    }

    private void called(String... calls) throws Exception {
        List<String> all = setting.calls();
        for (String call : calls) {
            assertTrue(all.contains(call), call + " in " + all);
        }
    }

    @Test
    void fedoraHasItsFirewallAndItsLabels() throws Exception {
        system("ID=rocky\nID_LIKE=\"rhel centos fedora\"\nPRETTY_NAME=\"Rocky Linux 9.4\"\n");
        Recorders.fedora(setting.there);
        HostProfile profile = Setting.profile();
        Map<String, Item> open = setting.open(profile);
        assertEquals(State.DIFFERENT, open.get("label:/srv/mirror").state());
        assertEquals(State.MISSING, open.get("port:873").state());
        assertEquals(State.MISSING, open.get("/etc/nginx/conf.d/tidemark.conf").state());
        assertFalse(open.containsKey("/etc/default/rsync"));
        setting.there.must("rm", "/etc/nginx/sites-enabled/default");
        setting.apply(profile);
        called(
                "systemctl enable -- rsyncd",
                "firewall-cmd --permanent --add-port=80/tcp",
                "firewall-cmd --add-port=873/tcp",
                "semanage fcontext -a -t public_content_t /srv/mirror(/.*)?",
                "restorecon -R /srv/mirror");
        assertEquals(Map.of(), setting.open(profile));
        assertEquals("Rocky Linux 9.4", setting.look(profile).drift().system());
    }

    @Test
    void alpineHasOpenRcAndTheAccountsOwnTable() throws Exception {
        system("ID=alpine\nPRETTY_NAME=\"Alpine Linux v3.20\"\n");
        Recorders.openrc(setting.there);
        setting.there.write("/etc/nginx/conf.d/alpine.conf", "include /etc/nginx/http.d/*.conf;\n", "644");
        setting.there.must("rm", "/etc/nginx/sites-enabled/default");
        HostProfile profile = Setting.pulling(Setting.profile());
        setting.apply(profile);
        called("rc-update add rsyncd default", "rc-service nginx start", "rc-update add crond default");
        String table = setting.there.read("/etc/crontabs/mirror");
        assertTrue(table.contains("\n17 */6 * * * flock -n \"/var/lib/mirror/.pull-puavo.lock\" rsync -rltH "), table);
        assertEquals("600\n", setting.there.must("stat", "-c", "%a", "/etc/crontabs/mirror"));
        assertEquals(Map.of(), setting.open(profile));
    }

    @Test
    void archReadsADirectoryOfSitesOnlyWhenToldTo() {
        String arch = "events {}\nhttp {\n    include mime.types;\n}\n";
        String told = Amendment.NGINX_INCLUDE.in(arch);
        assertEquals("events {}\nhttp {\n    include /etc/nginx/conf.d/*.conf;\n    include mime.types;\n}\n", told);
        assertEquals(told, Amendment.NGINX_INCLUDE.in(told));
        String httpd = "#LoadModule deflate_module modules/mod_deflate.so\n#LoadModule ssl_module modules/mod_ssl.so";
        String included = Amendment.APACHE_INCLUDE.in(httpd);
        assertEquals(
                "LoadModule deflate_module modules/mod_deflate.so\n#LoadModule ssl_module modules/mod_ssl.so\n"
                        + "Include conf/extra/tidemark.conf\n",
                included);
        assertEquals(included, Amendment.APACHE_INCLUDE.in(included));
        assertTrue(Amendment.APACHE_INCLUDE_TLS.in(httpd).contains("\nLoadModule ssl_module"));
    }

    @Test
    void certbotIsCalledAndItsLinesAreNoDrift() throws Exception {
        Recorders.systemd(setting.there);
        Recorders.recorder(setting.there, "certbot", CERTBOT);
        HostProfile profile = Setting.profile(WebServer.NGINX, 80, new Tls.Certbot("keeper@example.org"));
        assertTrue(setting.open(profile)
                .containsKey("certificate:/etc/letsencrypt/live/mirror.example.org/fullchain.pem"));
        setting.apply(profile);
        called(
                "certbot --nginx -d mirror.example.org -m keeper@example.org --agree-tos -n --redirect"
                        + " --keep-until-expiring",
                "certbot renew --dry-run -n --cert-name mirror.example.org",
                "ufw allow 443/tcp");
        assertTrue(setting.there.read(Setting.SITE).contains("# managed by Certbot"));
        assertEquals(Map.of(), setting.open(profile));
        assertEquals("301", setting.status("http://mirror.example.org/alpine/"));
        setting.there.must("sed", "-i", "s/autoindex on/autoindex off/", Setting.SITE);
        Item item = setting.open(profile).get(Setting.SITE);
        assertEquals("1", item.detail().args().get("lines"));
        setting.apply(profile);
        assertEquals(Map.of(), setting.open(profile));
    }

    @Test
    void theSitesOwnCertificateMustBeThereAndFitItsKey() throws Exception {
        Recorders.systemd(setting.there);
        Tls own = new Tls.Own("/etc/ssl/mirror.pem", "/etc/ssl/private/mirror.key");
        HostProfile profile = Setting.profile(WebServer.NGINX, 8443, own);
        Gate missing = certificate(profile);
        assertFalse(missing.open());
        String make = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj"
                + " /CN=mirror.example.org";
        setting.there.must("sh", "-c", make + " -keyout /etc/ssl/private/mirror.key -out /etc/ssl/other.pem");
        setting.there.must("sh", "-c", make + " -keyout /etc/ssl/other.key -out /etc/ssl/mirror.pem");
        assertFalse(certificate(profile).open());
        setting.there.must("mv", "/etc/ssl/other.pem", "/etc/ssl/mirror.pem");
        assertTrue(certificate(profile).open());
        setting.apply(profile);
        assertEquals(Map.of(), setting.open(profile));
        called("ufw allow 8443/tcp");
        assertEquals(
                "200",
                setting.status(
                        "https://mirror.example.org:8443/alpine/", "--resolve", "mirror.example.org:8443:127.0.0.1"));
        assertEquals(
                0,
                setting.there
                        .run("test", "-h", "/etc/nginx/sites-enabled/default")
                        .status());
    }

    private Gate certificate(HostProfile profile) throws Exception {
        return new Proposal(setting.look(profile))
                .gates().stream()
                        .filter(gate -> gate.name().equals("certificate"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void whatIsMissingIsNamedWithTheCommandThatInstallsIt() throws Exception {
        HostProfile profile = Setting.profile(WebServer.NGINX, 80, new Tls.Certbot("keeper@example.org"));
        Gate gate = new Proposal(setting.look(profile)).gates().getFirst();
        assertFalse(gate.open());
        assertEquals(
                "apt-get install certbot python3-certbot-nginx",
                gate.override().orElseThrow().args().get("command"));
    }

    @Test
    void whatSudoDoesNotLetUsReadIsUnknownAndSaysWhichRuleIsMissing() throws Exception {
        setting.there.must("useradd", "-m", "-p", "*", "publisher");
        setting.there.write(
                "/usr/local/bin/sudo", "#!/bin/sh\necho 'sudo: a password is required' >&2\nexit 1\n", "755");
        setting.there.write("/etc/rsyncd.conf", "# theirs\n", "600");
        Survey survey = setting.look("publisher", Setting.profile());
        Item item = survey.drift().items().stream()
                .filter(one -> one.id().equals("/etc/rsyncd.conf"))
                .findFirst()
                .orElseThrow();
        assertEquals(State.UNKNOWN, item.state());
        assertEquals("drift.denied", item.detail().key());
        assertEquals("publisher", item.detail().args().get("account"));
        ProblemException refused =
                assertThrows(ProblemException.class, () -> setting.apply("publisher", Setting.profile()));
        assertEquals("ssh.sudo", refused.problem().code());
    }

    @Test
    void whatIsIgnoredStaysAndUnknownSystemsAreRefused() throws Exception {
        HostProfile profile = Setting.ignoring(Setting.profile(), "/etc/rsyncd.conf", "vsftpd", "/etc/vsftpd.conf");
        setting.there.write("/etc/rsyncd.conf", "# theirs\n", "644");
        Survey survey = setting.look(profile);
        List<String> ignored = survey.drift().items().stream()
                .filter(item -> item.state() == State.IGNORED)
                .map(Item::id)
                .toList();
        assertEquals(List.of("/etc/rsyncd.conf", "/etc/vsftpd.conf", "service:vsftpd"), ignored);
        setting.apply(profile);
        assertEquals("# theirs\n", setting.there.read("/etc/rsyncd.conf"));
        system("ID=plan9\nPRETTY_NAME=\"Plan 9\"\n");
        ProblemException unknown = assertThrows(ProblemException.class, () -> setting.look(profile));
        assertEquals("provision.system", unknown.problem().code());
        assertEquals("Plan 9", unknown.problem().args().get("system"));
    }
}
