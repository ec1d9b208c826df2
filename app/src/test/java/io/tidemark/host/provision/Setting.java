package io.tidemark.host.provision;

import io.tidemark.host.ssh.SshConnection;
import io.tidemark.job.CpuPool;
import io.tidemark.job.JobContext;
import io.tidemark.job.Progress;
import io.tidemark.model.Host;
import io.tidemark.model.HostDrift.Item;
import io.tidemark.model.HostProfile;
import io.tidemark.model.HostProfile.Tls;
import io.tidemark.model.HostProfile.WebServer;
import io.tidemark.model.Notice;
import io.tidemark.model.Phrase;
import io.tidemark.model.Severity;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A namespace host with a tree to publish, and somebody who sets it up. */
final class Setting implements AutoCloseable {

    static final String SITE = "/etc/nginx/sites-available/tidemark";

    final NamespaceHost there;
    final List<String> logged = new ArrayList<>();
    private Runnable onLog = () -> {};

    Setting(Path dir) throws Exception {
        there = new NamespaceHost(dir);
        there.write("/srv/mirror/alpine/v3.15/index", "packages", "644");
        there.write("/srv/mirror/alpine/.tidemark/config.json", "{}", "600");
        there.must("chmod", "755", "/srv/mirror");
    }

    static HostProfile profile() {
        return profile(WebServer.NGINX, 80, new Tls.None());
    }

    static HostProfile profile(WebServer server, int port, Tls tls) {
        return new HostProfile(
                "mirror",
                "/var/lib/mirror",
                "/srv/mirror",
                List.of(
                        new HostProfile.Tree("alpine", "/srv/mirror/alpine", "Alpine", List.of("latest-stable")),
                        new HostProfile.Tree("puavo", "/srv/mirror/puavo", "Puavo images", List.of())),
                new HostProfile.Web(server, "mirror.example.org", Optional.empty(), port, tls),
                25,
                false,
                List.of(),
                true,
                List.of());
    }

    static HostProfile pulling(HostProfile profile) {
        return new HostProfile(
                profile.account(),
                profile.home(),
                profile.root(),
                profile.trees(),
                profile.web(),
                profile.connections(),
                profile.ftp(),
                List.of(new HostProfile.Pull("puavo", "rsync://hub.example.org/puavo", 6, 17)),
                profile.firewall(),
                profile.ignored());
    }

    static HostProfile ignoring(HostProfile profile, String... ignored) {
        return new HostProfile(
                profile.account(),
                profile.home(),
                profile.root(),
                profile.trees(),
                profile.web(),
                profile.connections(),
                true,
                profile.pulls(),
                profile.firewall(),
                List.of(ignored));
    }

    Survey look(HostProfile profile) throws Exception {
        return look("root", profile);
    }

    Survey look(String user, HostProfile profile) throws Exception {
        Host host = there.host(user, profile);
        try (SshConnection connection = there.open(host)) {
            return Survey.of(connection, host, Clock.systemUTC().instant());
        }
    }

    /** What differs, by id. */
    Map<String, Item> open(HostProfile profile) throws Exception {
        return look(profile).open().map(Standing::item).collect(Collectors.toMap(Item::id, Function.identity()));
    }

    List<Notice> apply(HostProfile profile) throws Exception {
        return apply("root", profile);
    }

    List<Notice> apply(String user, HostProfile profile) throws Exception {
        Host host = there.host(user, profile);
        try (SshConnection connection = there.open(host);
                Provisioner provisioner = Provisioner.open(connection, host, Clock.systemUTC())) {
            return provisioner.apply(provisioner.look(), job());
        }
    }

    /** What is done at each line of the log. */
    void onLog(Runnable what) {
        onLog = what;
    }

    private JobContext job() {
        return new JobContext() {
            private final Progress progress = new Progress();

            @Override
            public Progress progress() {
                return progress;
            }

            @Override
            public void checkpoint() {}

            @Override
            public void log(Severity severity, Phrase phrase) {
                logged.add(phrase.key() + " " + phrase.args().get("object"));
                onLog.run();
            }

            @Override
            public CpuPool cpu() {
                throw new IllegalStateException("nothing here is computed");
            }
        };
    }

    /** Everything in the places that are written to, but what useradd and we keep of old states. */
    String state() throws Exception {
        return there.must(
                "sh",
                "-c",
                "set -- ! -name '*-' ! -name .pwd.lock;"
                        + " find /etc /srv -xdev \"$@\" ! -type d -printf '%p %m %u %g %l\\n' | sort;"
                        + " find /etc /srv -xdev \"$@\" -type f -print0 | sort -z | xargs -0 sha256sum;"
                        + " find /srv /var/lib/mirror -type d -printf '%p %m %u %g\\n"
                        + "' 2>&1 | sort");
    }

    List<String> calls() throws Exception {
        return there.run("cat", Recorders.CALLS).output().lines().toList();
    }

    /** Status of an answer of the web server inside. */
    String status(String url, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("curl", "-k", "-s", "-o", "/dev/null", "-w", "%{http_code}"));
        words.addAll(List.of(options));
        words.addAll(List.of("--resolve", "mirror.example.org:80:127.0.0.1", url));
        return there.run(words.toArray(String[]::new)).output();
    }

    @Override
    public void close() {
        there.close();
    }
}
