package io.tidemark.ui;

import io.tidemark.model.Host;
import io.tidemark.model.HostDrift;
import io.tidemark.model.HostDrift.Item;
import io.tidemark.model.HostDrift.Kind;
import io.tidemark.model.HostDrift.State;
import io.tidemark.model.HostProfile;
import io.tidemark.model.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A host's configuration beside what it should be, for the pictures. */
final class SampleDrift {

    private static final String RSYNCD = """
        # Made by Tidemark; changes are shown as drift and can be taken over there.
        uid = mirror
        gid = mirror
        use chroot = yes
        read only = yes
        list = yes
        max connections = %s
        %ssocket options = SO_KEEPALIVE

        [alpine-thin-clients]
            path = /srv/mirror/alpine-thin-clients
            comment = Alpine for thin clients
        %s
        [antivirus-data]
            path = /srv/mirror/antivirus-data
            comment = Virus definitions
            exclude = .*/
        """;
    private static final String SITE = """
        server {
            listen 80;
            server_name lyon-1.example.org;
            autoindex on;
            location ~ /\\. { return 404; }
        }
        """;

    private SampleDrift() {}

    static HostProfile profile() {
        List<HostProfile.Tree> trees = List.of(
                new HostProfile.Tree(
                        "alpine-thin-clients",
                        "/srv/mirror/alpine-thin-clients",
                        "Alpine for thin clients",
                        List.of("latest-stable")),
                new HostProfile.Tree(
                        "antivirus-data", "/srv/mirror/antivirus-data", "Virus definitions", List.of("current")));
        HostProfile.Web web = new HostProfile.Web(
                HostProfile.WebServer.NGINX,
                "lyon-1.example.org",
                Optional.empty(),
                80,
                new HostProfile.Tls.Certbot("mirror@example.org"));
        return new HostProfile(
                "mirror", "/var/lib/mirror", "/srv/mirror", trees, web, 64, false, List.of(), true, List.of());
    }

    static HostDrift drifted(Host host) {
        String actual = RSYNCD.formatted("20", "", "");
        String desired = RSYNCD.formatted("64", "timeout = 300\n", "    exclude = .*/\n");
        return new HostDrift(
                host.name(),
                Instant.parse("2022-08-16T18:09:00Z"),
                "Debian GNU/Linux 12",
                List.of(
                        new Item(
                                "/etc/rsyncd.conf",
                                Kind.FILE,
                                State.DIFFERENT,
                                Optional.of(actual),
                                Optional.of(desired),
                                Phrase.of("sample.host.file", "actor", "root")),
                        new Item(
                                "/etc/nginx/sites-available/tidemark",
                                Kind.FILE,
                                State.DIFFERENT,
                                Optional.of(SITE.replace("autoindex on", "autoindex off")),
                                Optional.of(SITE),
                                Phrase.of("sample.host.file", "actor", "root")),
                        new Item(
                                "/etc/systemd/system/tidemark-pull-antivirus-data.timer",
                                Kind.TIMER,
                                State.MISSING,
                                Optional.empty(),
                                Optional.of("[Timer]\nOnCalendar=*-*-* 0/6:17:00\nPersistent=yes\n"),
                                Phrase.of("sample.host.missing")),
                        same("account:mirror", Kind.ACCOUNT),
                        same("service:rsync", Kind.SERVICE),
                        same("service:nginx", Kind.SERVICE),
                        same("certificate:lyon-1.example.org", Kind.CERTIFICATE),
                        new Item(
                                "/etc/vsftpd.conf",
                                Kind.FILE,
                                State.IGNORED,
                                Optional.empty(),
                                Optional.empty(),
                                Phrase.of("sample.host.ignored"))));
    }

    static HostDrift clean(Host host) {
        return new HostDrift(
                host.name(),
                Instant.parse("2022-08-16T18:09:00Z"),
                "Debian GNU/Linux 12",
                List.of(
                        same("/etc/rsyncd.conf", Kind.FILE),
                        same("/etc/nginx/sites-available/tidemark", Kind.FILE),
                        same("service:rsync", Kind.SERVICE),
                        same("service:nginx", Kind.SERVICE)));
    }

    private static Item same(String id, Kind kind) {
        return new Item(
                id,
                kind,
                State.SAME,
                Optional.of(kind == Kind.FILE ? SITE : ""),
                Optional.of(kind == Kind.FILE ? SITE : ""),
                Phrase.of("sample.host.same"));
    }
}
