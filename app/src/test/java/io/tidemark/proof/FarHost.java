package io.tidemark.proof;

import io.tidemark.Main;
import io.tidemark.RealEngine;
import io.tidemark.engine.Engine;
import io.tidemark.host.ssh.Keys;
import io.tidemark.host.ssh.Sshd;
import io.tidemark.model.Asking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A host with a real sshd, a Tidemark on the path of its account, a network before it, and a home for who connects. */
final class FarHost implements AutoCloseable {

    private final Path base;
    private final Path home;
    private final Sshd sshd;
    private final Path hostKey;
    final Proxy network;

    FarHost(Path base, String... lines) throws Exception {
        this.base = base;
        home = Files.createDirectories(base.resolve("home/.ssh")).getParent();
        hostKey = Keys.make(base.resolve("keys"), "host");
        Path ours = Keys.make(home.resolve(".ssh"), "id_ed25519");
        Path authorized = Files.writeString(base.resolve("authorized"), Keys.pub(ours) + "\n");
        String environment = "PATH=" + base.resolve("bin") + ":/usr/bin:/bin XDG_DATA_HOME=" + base.resolve("data")
                + " XDG_STATE_HOME=" + base.resolve("state");
        program(base.resolve("bin"));
        sshd = new Sshd(base.resolve("sshd"), hostKey, authorized, settings("SetEnv " + environment, lines));
        network = new Proxy(sshd.port);
        Files.writeString(
                home.resolve(".ssh/config"), "Host far\n  HostName " + Sshd.host() + "\n  Port " + network.port());
        String name = "[" + Sshd.host() + "]:" + network.port();
        Files.writeString(home.resolve(".ssh/known_hosts"), name + " " + Keys.pub(hostKey) + "\n");
    }

    private static String[] settings(String first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    /** A directory with the program. */
    final Path program(Path bin) throws IOException {
        Path script = Files.createDirectories(bin).resolve("tidemark");
        List<String> words = new ArrayList<>(java());
        String line = String.join("' '", words);
        String attend = "case $1 in attend) set -- \"$@\" --workspace '" + base.resolve("there.json") + "';; esac\n";
        Files.writeString(script, "#!/bin/sh\n" + attend + "exec '" + line + "' \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    /** {@code SHA256:…} of its key. */
    String fingerprint() throws Exception {
        return Keys.fingerprint(hostKey);
    }

    /** The host forgets that it has the program, and we that we know the host. */
    void forget() throws IOException {
        Files.delete(base.resolve("bin/tidemark"));
        Files.delete(home.resolve(".ssh/known_hosts"));
    }

    static List<String> java(String... options) {
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto"));
        words.addAll(List.of(options));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        return words;
    }

    /** A console in this process, as that person. */
    Console console(String name) {
        return console(name, Asking.nobody(), Optional.empty());
    }

    /** The engine of such a console. */
    Engine engine(String name) {
        String workspace = base.resolve(name + ".json").toString();
        return RealEngine.overSsh(Optional.of(workspace), Clock.systemUTC(), home, Asking.nobody(), Optional.empty());
    }

    /** The same with somebody who answers, and a program that may be copied. */
    Console console(String name, Asking asking, Optional<Path> program) {
        return new Console(
                base.resolve(name + ".json"), (file, clock) -> RealEngine.overSsh(file, clock, home, asking, program));
    }

    /** A console in a process of its own, as that person. */
    Process console(String name, String... words) throws IOException {
        List<String> command = new ArrayList<>(java("-Duser.home=" + home));
        command.addAll(List.of(words));
        command.addAll(List.of("--workspace", base.resolve(name + ".json").toString(), "--lang", "en"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(base.resolve(name + ".log").toFile())
                .start();
    }

    @Override
    public void close() throws IOException {
        network.close();
        sshd.close();
    }
}
