package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.host.ssh.Sshd;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mirror hosts that do not answer as they should. */
@Timeout(120)
@NeedsProgram({"sshd", "ssh-keygen"})
class OddHostTest {

    private static final String ORDERLY = "eval \"$SSH_ORIGINAL_COMMAND\"";

    @TempDir(factory = QuickDisk.class)
    Path base;

    private void shell(String script) throws Exception {
        Path file = Files.writeString(base.resolve("shell"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Ran add(FarHost host, Console console) throws Exception {
        return console.run(
                "host",
                "add",
                "odd",
                "--address",
                "far",
                "--user",
                Sshd.account(),
                "--root",
                "/srv/mirror",
                "--fingerprint",
                host.fingerprint());
    }

    @Test
    void aHostWithoutAShellIsNotRemembered() throws Exception {
        try (FarHost host = new FarHost(base.resolve("host"), "ForceCommand " + base.resolve("shell"))) {
            Console console = host.console("first");
            for (String script : new String[] {"exec yes", "echo 'no shell for you'", "exit 0"}) {
                shell(script);
                Ran added = add(host, console);
                assertTrue(added.exit() == 3 || added.exit() == 4, added.toString());
                console.does("host", "list").says("No host");
            }
        }
    }

    /** What it says later is nonsense: a report with a problem, or with what could be understood, and no escapes. */
    @Test
    void aHostThatLiesIsReported() throws Exception {
        shell(ORDERLY);
        try (FarHost host = new FarHost(base.resolve("host"), "ForceCommand " + base.resolve("shell"))) {
            Console console = host.console("first");
            add(host, console).done();
            String filter =
                    " | sed 's/bookworm/\\x1b[2J/; s/MemTotal: */MemTotal: -/; s/^ [0-9].*/ 99999999999999999999/'";
            shell(ORDERLY + filter);
            Ran lied = console.run("host", "check", "odd");
            assertTrue(lied.out().chars().noneMatch(c -> c < ' ' && c != '\n'), lied.toString());
            shell("yes ' file /x'");
            assertEquals(3, console.run("host", "check", "odd", "--json").exit());
            shell("kill -9 $PPID");
            assertEquals(4, console.run("host", "check", "odd", "--json").exit());
        }
    }
}
