package io.tidemark.host.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Asking;
import io.tidemark.model.ProblemException;
import io.tidemark.testkit.NeedsProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Known hosts of many kinds against a real sshd, with the OpenSSH client of this machine as the judge: we never connect
 * where it refuses, and refuse where it connects only in the rows that say so.
 */
@NeedsProgram({"sshd", "ssh", "ssh-keygen"})
class HostKeyMatrixTest {

    private static final String TRUSTED = "";
    private static final String UNKNOWN = "ssh.host-key.unknown";
    private static final String CHANGED = "ssh.host-key.changed";
    private static final String REVOKED = "ssh.host-key.revoked";

    @TempDir
    private static Path dir;

    private static final List<Sshd> SERVERS = new ArrayList<>();
    private static Path id;
    private static String key;
    private static String other;
    private static String ecdsa;
    private static String authority;
    private static String stranger;
    private static String second;
    private static Sshd plain;
    private static Sshd both;
    private static Sshd good;
    private static Sshd pattern;
    private static Sshd expired;
    private static Sshd future;
    private static Sshd elsewhere;
    private static Sshd nobody;
    private static Sshd foreign;

    /** One kind of file: ours is the code of our problem, empty if we connect. */
    private record Row(String name, Sshd sshd, String ours, boolean theirs, List<String> lines) {}

    @BeforeAll
    static void start() throws Exception {
        id = Keys.make(dir, "id");
        Path host = Keys.make(dir, "host");
        Path ca = Keys.make(dir, "ca");
        Path strange = Keys.make(dir, "ca2", "-t", "ecdsa", "-b", "384");
        key = Keys.pub(host);
        other = Keys.pub(Keys.make(dir, "other"));
        ecdsa = Keys.pub(Keys.make(dir, "other-ecdsa", "-t", "ecdsa", "-b", "256"));
        authority = Keys.pub(ca);
        stranger = Keys.pub(strange);
        plain = server("plain", host);
        Path more = Keys.make(dir, "more", "-t", "ecdsa", "-b", "256");
        second = Keys.pub(more);
        both = server("both", host, "HostKey " + more);
        good = certified("good", host, ca, Sshd.host(), "-1h:+1h");
        pattern = certified("pattern", host, strange, "127.*", "-1h:+1h");
        expired = certified("expired", host, ca, Sshd.host(), "20200101:20200102");
        future = certified("future", host, ca, Sshd.host(), "+1h:+2h");
        elsewhere = certified("elsewhere", host, ca, "mirror.example.org", "-1h:+1h");
        nobody = certified("nobody", host, ca, "", "-1h:+1h");
        foreign = certified("foreign", host, strange, Sshd.host(), "-1h:+1h");
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(Sshd::close);
    }

    private static Sshd server(String name, Path host, String... lines) throws Exception {
        Sshd sshd = new Sshd(dir.resolve(name), host, dir.resolve("id.pub"), lines);
        SERVERS.add(sshd);
        return sshd;
    }

    private static Sshd certified(String name, Path host, Path ca, String principals, String validity)
            throws Exception {
        Path copy = Files.copy(host, dir.resolve("host-" + name));
        Files.copy(host.resolveSibling("host.pub"), dir.resolve("host-" + name + ".pub"));
        List<String> command =
                new ArrayList<>(List.of("ssh-keygen", "-q", "-s", ca.toString(), "-I", name, "-h", "-V", validity));
        if (!principals.isEmpty()) {
            command.addAll(List.of("-n", principals));
        }
        command.add(copy + ".pub");
        Keys.run(command);
        return server(name, copy, "HostCertificate " + copy + "-cert.pub");
    }

    @TestFactory
    Stream<DynamicTest> plainKeys() throws Exception {
        String at = plain.knownAs();
        String bare = Sshd.host();
        return Stream.of(
                        row("nothing known", plain, UNKNOWN),
                        row("the key", plain, TRUSTED, at + " " + key),
                        row("the key, with a comment and tabs", plain, TRUSTED, " \t" + at + "\t" + key + " me@here"),
                        row("another key", plain, CHANGED, at + " " + other),
                        row("another type only", plain, CHANGED, at + " " + ecdsa),
                        row("another type and the key", plain, TRUSTED, at + " " + ecdsa, at + " " + key),
                        row("another key and the key", plain, TRUSTED, at + " " + other, at + " " + key),
                        row("two keys shown, the second known", both, TRUSTED, both.knownAs() + " " + second),
                        row("two keys shown, a third known", both, CHANGED, both.knownAs() + " " + ecdsa),
                        row("hashed", plain, TRUSTED, hashed(at) + " " + key),
                        row("hashed, another key", plain, CHANGED, hashed(at) + " " + other),
                        row("hashed, another host", plain, UNKNOWN, hashed("elsewhere") + " " + key),
                        row("damaged hash", plain, UNKNOWN, "|1|AAAA|" + " " + key),
                        row("another port", plain, UNKNOWN, "[" + bare + "]:1 " + key),
                        stricter("no port", plain, UNKNOWN, bare + " " + key),
                        row("wildcard", plain, TRUSTED, "[127.*]:* " + key),
                        row("question marks", plain, TRUSTED, at.replaceAll("\\d\\]", "?]") + " " + key),
                        row("negated", plain, UNKNOWN, "[127.*]:*,!" + at + " " + key),
                        row("negated elsewhere", plain, TRUSTED, "!mirror,[127.*]:* " + key),
                        row("revoked", plain, REVOKED, "@revoked " + at + " " + key),
                        row("revoked everywhere", plain, REVOKED, "@revoked * " + key),
                        row("listed and revoked", plain, REVOKED, at + " " + key, "@revoked * " + key),
                        row("revoked and listed", plain, REVOKED, "@revoked * " + key, at + " " + key),
                        row("revoked, DOS line", plain, REVOKED, at + " " + key, "@revoked * " + key + "\r"),
                        row("revoked, hashed", plain, REVOKED, at + " " + key, "@revoked " + hashed(at) + " " + key),
                        row("revoked for others", plain, TRUSTED, at + " " + key, "@revoked mirror " + key),
                        row("another key revoked", plain, TRUSTED, at + " " + key, "@revoked * " + other),
                        row("marked as an authority", plain, UNKNOWN, "@cert-authority " + at + " " + key),
                        row("unknown marker", plain, UNKNOWN, "@trusted " + at + " " + key),
                        row("two markers", plain, UNKNOWN, "@cert-authority @revoked " + at + " " + key),
                        row("commented out", plain, UNKNOWN, "#" + at + " " + key),
                        row("type and key disagree", plain, UNKNOWN, at + " " + key.replace("ed25519 ", "rsa ")),
                        row("cut base64", plain, CHANGED, at + " " + key.substring(0, key.length() - 9)),
                        row("not base64", plain, UNKNOWN, at + " ssh-ed25519 !!!!"))
                .map(HostKeyMatrixTest::test);
    }

    @TestFactory
    Stream<DynamicTest> certificates() throws Exception {
        String ca = "@cert-authority [127.*]:* " + authority;
        String others = "@cert-authority * " + stranger;
        return Stream.of(
                        row("vouched for", good, TRUSTED, ca),
                        row("vouched for, another key known", good, TRUSTED, ca, good.knownAs() + " " + other),
                        row("vouched for by another type of key", foreign, TRUSTED, others),
                        row("pattern as the name of a host", pattern, UNKNOWN, others),
                        row("vouched for elsewhere", elsewhere, UNKNOWN, ca),
                        row(
                                "vouched for elsewhere, key known",
                                elsewhere,
                                TRUSTED,
                                ca,
                                elsewhere.knownAs() + " " + key),
                        row("expired", expired, UNKNOWN, ca),
                        row("expired, key known", expired, TRUSTED, ca, expired.knownAs() + " " + key),
                        row("expired, another key known", expired, CHANGED, ca, expired.knownAs() + " " + other),
                        row("not valid yet", future, UNKNOWN, ca),
                        stricter("names no host", nobody, UNKNOWN, ca),
                        row("another authority", foreign, UNKNOWN, ca),
                        row("authority of other hosts", good, UNKNOWN, "@cert-authority mirror " + authority),
                        row("authority negated", good, UNKNOWN, "@cert-authority *,![127.*]:*,!127.* " + authority),
                        stricter(
                                "negated only with its port",
                                good,
                                UNKNOWN,
                                "@cert-authority *,![127.*]:* " + authority),
                        row("authority revoked", good, REVOKED, ca, "@revoked * " + authority),
                        row("key in it revoked", good, REVOKED, ca, "@revoked * " + key),
                        row("authority as a plain key", good, CHANGED, good.knownAs() + " " + authority),
                        row("no authority, key known", good, TRUSTED, good.knownAs() + " " + key))
                .map(HostKeyMatrixTest::test);
    }

    private static Row row(String name, Sshd sshd, String ours, String... lines) {
        return new Row(name, sshd, ours, ours.isEmpty(), List.of(lines));
    }

    private static Row stricter(String name, Sshd sshd, String ours, String... lines) {
        return new Row(name, sshd, ours, true, List.of(lines));
    }

    private static DynamicTest test(Row row) {
        return DynamicTest.dynamicTest(row.name(), () -> {
            Path known = Files.createTempFile(dir, "known", "");
            Files.writeString(known, String.join("\n", row.lines()) + "\n", StandardCharsets.ISO_8859_1);
            boolean theirs = theirs(row.sshd(), known);
            String ours = ours(row.sshd(), known);
            assertTrue(theirs || !ours.equals(TRUSTED), "we connect where OpenSSH refuses");
            assertEquals(row.ours(), ours);
            assertEquals(row.theirs(), theirs, "OpenSSH");
        });
    }

    private static String ours(Sshd sshd, Path known) throws Exception {
        SshPlaces places = new SshPlaces(dir, dir.resolve("none"), List.of(known), List.of(id), Optional.empty());
        try (SshConnection connection =
                new SshConnector(places, Deadlines.usual(), Asking.nobody()).open(sshd.target())) {
            assertTrue(connection.run(Command.of(Verb.SAY, "here"), 100).well());
            return TRUSTED;
        } catch (ProblemException e) {
            return e.problem().code();
        }
    }

    private static boolean theirs(Sshd sshd, Path known) throws Exception {
        List<String> command = List.of(
                "ssh",
                "-F",
                "/dev/null",
                "-i",
                id.toString(),
                "-p",
                String.valueOf(sshd.port),
                "-o",
                "BatchMode=yes",
                "-o",
                "IdentitiesOnly=yes",
                "-o",
                "IdentityAgent=none",
                "-o",
                "UserKnownHostsFile=" + known,
                "-o",
                "GlobalKnownHostsFile=/dev/null",
                "-o",
                "StrictHostKeyChecking=yes",
                "-o",
                "UpdateHostKeys=no",
                Sshd.account() + "@" + Sshd.host(),
                "true");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        return process.waitFor() == 0;
    }

    private static String hashed(String name) {
        return HostPatterns.hash(name, "twenty bytes of salt".getBytes(StandardCharsets.US_ASCII));
    }
}
