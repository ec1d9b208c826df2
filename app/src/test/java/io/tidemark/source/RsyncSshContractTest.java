package io.tidemark.source;

import static io.tidemark.source.Fixtures.JOB;
import static io.tidemark.source.Fixtures.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.host.ssh.Keys;
import io.tidemark.host.ssh.Sshd;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** rsync by the system's ssh, to a real sshd. */
@NeedsProgram({"rsync", "ssh", "sshd", "ssh-keygen"})
class RsyncSshContractTest extends SourceContractTest {

    @TempDir
    private static Path keys;

    @TempDir
    Path here;

    private static Sshd sshd;

    @BeforeAll
    static void start() throws Exception {
        Path key = Keys.make(keys, "id");
        String home = "SetEnv HOME=" + keys;
        sshd = new Sshd(keys.resolve("sshd"), Keys.make(keys, "host"), key.resolveSibling("id.pub"), home);
    }

    @AfterAll
    static void stop() {
        sshd.close();
    }

    @Override
    Source open(Path directory) throws ProblemException {
        try {
            configure(keys.resolve("id"), Keys.pub(keys.resolve("host")));
            return source(directory);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** ssh reads the account's own settings wherever HOME is; these take their place. */
    private void configure(Path key, String hostKey) throws Exception {
        Path config = here.resolve("config");
        Path known = here.resolve("known");
        Files.writeString(known, "[" + Sshd.host() + "]:" + sshd.port + " " + hostKey + "\n");
        Files.write(
                config,
                List.of("IdentityFile " + key, "IdentitiesOnly yes", "UserKnownHostsFile " + known, "LogLevel ERROR"));
        Path ssh = Files.createDirectories(here.resolve("bin")).resolve("ssh");
        Files.writeString(ssh, "#!/bin/sh\nPATH=%s exec ssh -F %s \"$@\"\n".formatted(System.getenv("PATH"), config));
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
    }

    private Source source(Path directory) throws Exception {
        Map<String, String> environment = Map.of("PATH", here.resolve("bin") + ":" + System.getenv("PATH"));
        UrlSources sources = new UrlSources(Clock.systemUTC(), time -> {}, environment);
        String url = "rsync+ssh://" + Sshd.account() + "@" + Sshd.host() + ":" + sshd.port + directory;
        return sources.open(url, Fixtures.settings(15, 1));
    }

    @Test
    void bringsManyFilesAtOnce() throws Exception {
        List<BulkFetch.Wanted> wanted = List.of(
                new BulkFetch.Wanted("plain.txt", 5),
                new BulkFetch.Wanted("main/x86_64/été à la plage.txt", 10),
                new BulkFetch.Wanted("main/x86_64/50%_a&b'c#d.txt", 3),
                new BulkFetch.Wanted("main/x86_64/g++-1.0-r0.apk", 70_000));
        Path into = Files.createDirectories(here.resolve("into"));
        try (Source source = source(root)) {
            assertEquals(7, source.bulk().orElseThrow().listing(List.of(), JOB).size());
            source.bulk().orElseThrow().fetch(new BulkFetch.Order(wanted, into, Optional.empty()), JOB);
        }
        for (BulkFetch.Wanted each : wanted) {
            assertEquals(
                    -1, Files.mismatch(root.resolve(each.location()), into.resolve(each.location())), each.location());
        }
    }

    @Test
    void asksNobodyWhenAKeyIsUnknown() throws Exception {
        configure(keys.resolve("id"), Keys.pub(Keys.make(here, "other")));
        try (Source source = source(root)) {
            refused("upstream.ssh.key", Problem.Category.UNREACHABLE, () -> source.read("plain.txt", 10, JOB));
        }
        configure(here.resolve("other"), Keys.pub(keys.resolve("host")));
        try (Source source = source(root)) {
            refused("upstream.auth", Problem.Category.UNREACHABLE, () -> source.read("plain.txt", 10, JOB));
        }
    }
}
