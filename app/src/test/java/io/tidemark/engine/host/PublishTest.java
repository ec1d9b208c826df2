package io.tidemark.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.host.publish.Author;
import io.tidemark.host.publish.CopySession;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.model.HostReport;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.Lane;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions on their way to a real sshd, with rsync there. */
@NeedsProgram({"sshd", "ssh-keygen", "rsync"})
class PublishTest {

    @TempDir(factory = QuickDisk.class)
    private Path dir;

    private PublishLab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new PublishLab(dir, "al pine'$(touch x)`id`");
        lab.write("1.0", Map.of("main/a", "one", "main/b", "same", "main/deep/c", "c", "empty", ""));
        PublishLab.sh(
                "cd \"$1\"; ln -s main/a link; ln -s ../outside 'odd $(x)'; printf x > \"$(printf 'bad\\377')\";"
                        + " printf y > \"$(printf -- '-n\\n"
                        + "l')\"; printf z > 'a\\b'; mkdir none; chmod 555 main/deep; chmod 600 main/b",
                lab.root.resolve("1.0").toString());
        PublishLab.sh(
                "cp -al \"$1\" \"$2\"",
                lab.root.resolve("1.0").toString(),
                lab.root.resolve("2.0").toString());
        Files.delete(lab.root.resolve("2.0/main/a"));
        lab.write("2.0", Map.of("main/a", "two", "main/new", "new"));
        lab.seal("1.0", "2.0");
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
        PublishLab.sh("chmod -R u+w \"$1\"", dir.toString());
    }

    @Test
    void versionsAreBroughtShownTakenBackAndReleased() throws Exception {
        Outcome first = lab.run(lab.publishing("1.0"));
        assertEquals(Outcome.Result.DONE, first.result());
        assertEquals(PublishLab.seen(lab.root.resolve("1.0")), PublishLab.seen(lab.there("1.0")));
        assertEquals(
                Outcome.Result.NOTHING_TO_DO, lab.run(lab.publishing("1.0")).result());
        lab.run(lab.switching("1.0"));
        assertEquals("1.0", Files.readSymbolicLink(lab.there("latest-stable")).toString());
        Outcome second = lab.run(lab.publishing("2.0"));
        assertEquals(PublishLab.seen(lab.root.resolve("2.0")), PublishLab.seen(lab.there("2.0")));
        assertEquals(
                Files.getAttribute(lab.there("1.0/main/b"), "unix:ino"),
                Files.getAttribute(lab.there("2.0/main/b"), "unix:ino"));
        assertEquals(2, second.figures().get("send.files"));
        assertEquals(6, second.figures().get("read.bytes"));
        lab.run(lab.switching("2.0"));
        assertEquals(
                Optional.of("1.0"), lab.run(lab.rollingBack(Optional.empty())).version());
        assertEquals("1.0", Files.readSymbolicLink(lab.there("latest-stable")).toString());
        lab.refused("plan.gate", lab.switching("2.0"));
        for (String ref : List.of("a/b", "prod:a", "../x")) {
            lab.refused("name.link", new Operation.SwitchThere(lab.root.toString(), lab.mirror.host(), "2.0", ref, ""));
        }
        lab.refused("plan.no-last-good", lab.rollingBack(Optional.empty()));
        assertEquals(
                Outcome.Result.NOTHING_TO_DO,
                lab.run(lab.rollingBack(Optional.of("1.0"))).result());
        lab.run(lab.releasing());
        assertEquals(Outcome.Result.NOTHING_TO_DO, lab.run(lab.releasing()).result());
        lab.run(lab.switching("2.0"));
        HostReport.Copy copy = lab.copy();
        assertTrue(copy.versions().stream().allMatch(HostReport.CopiedVersion::complete));
        assertEquals(
                List.of("1.0", "2.0"),
                copy.versions().stream().map(HostReport.CopiedVersion::name).toList());
        assertEquals(
                List.of("1.0", "2.0", "1.0", "2.0"),
                copy.lanes().getFirst().spans().stream().map(Lane.Span::version).toList());
        assertFalse(Files.exists(lab.there(".tidemark/staging/1.0")));
        assertEquals(
                5,
                lab.store().journal().stream()
                        .filter(e -> e.event() == JournalEntry.Event.PUBLISHED)
                        .count());
    }

    @Test
    void whatLiesThereAlreadyIsNotOverwritten() throws Exception {
        Files.createDirectories(lab.there("1.0"));
        lab.refused("host.in-the-way", lab.publishing("1.0"));
        lab.run(lab.publishing("2.0"));
        lab.refused("host.no-version", lab.switching("1.0"));
        try (PublishLab other = new PublishLab(dir.resolve("other"), lab.name)) {
            other.write("2.0", Map.of("x", "y"));
            other.sealAs("fedcba9876543210fedcba9876543210", "2.0");
            lab.refused("host.foreign", other.publishing("2.0", lab.mirror.host()));
        }
        String facts = Files.readString(lab.there(".tidemark/versions/2.0/facts.json"));
        String digest = lab.store().version("2.0").orElseThrow().rootDigest();
        Files.writeString(lab.there(".tidemark/versions/2.0/facts.json"), facts.replace(digest, "0".repeat(64)));
        lab.refused("host.version-differs", lab.publishing("2.0"));
        Files.writeString(lab.there(".tidemark/copy.json"), "{\"format\":2}");
        lab.refused("store.format", lab.publishing("1.0"));
    }

    @Test
    void whoWritesIsNamedToOthers() throws Exception {
        lab.run(lab.publishing("1.0"));
        try (SshConnection connection = lab.mirror.open();
                CopySession session = CopySession.begin(
                        connection,
                        lab.mirror.host(),
                        lab.name,
                        new Author("ann@desk", "host publish", Clock.systemUTC(), false))) {
            assertTrue(session.state().version("1.0").isPresent());
            lab.refused("host.busy", lab.switching("1.0"));
        }
        lab.run(lab.switching("1.0"));
    }

    @Test
    void stagedFilesThatAreNotRightAreFoundAndSentAgain() throws Exception {
        Path tree = Files.createDirectories(lab.there(".tidemark/staging/1.0/tree/main"));
        Files.writeString(tree.resolve("a"), "bad");
        Files.setLastModifiedTime(tree.resolve("a"), Files.getLastModifiedTime(lab.root.resolve("1.0/main/a")));
        Files.writeString(tree.resolve("extra"), "extra");
        Files.createSymbolicLink(tree.resolve("deep"), Path.of("/"));
        lab.run(lab.publishing("1.0"));
        assertEquals(PublishLab.seen(lab.root.resolve("1.0")), PublishLab.seen(lab.there("1.0")));
    }

    @Test
    void aFileOfTheSameSizeAndTimeIsNotTakenForTheBases() throws Exception {
        Files.setLastModifiedTime(
                lab.root.resolve("2.0/main/a"), Files.getLastModifiedTime(lab.root.resolve("1.0/main/a")));
        PublishLab.sh("rm -rf \"$1\"", lab.root.resolve(".tidemark").toString());
        lab.seal("1.0", "2.0");
        lab.run(lab.publishing("1.0"));
        lab.run(lab.publishing("2.0"));
        assertEquals("two", Files.readString(lab.there("2.0/main/a")));
        assertEquals("one", Files.readString(lab.there("1.0/main/a")));
        assertNotEquals(
                Files.getAttribute(lab.there("1.0/main/a"), "unix:ino"),
                Files.getAttribute(lab.there("2.0/main/a"), "unix:ino"));
    }

    @Test
    void aDamagedHistoryStopsAllButRollbacks() throws Exception {
        lab.run(lab.publishing("1.0"));
        lab.run(lab.switching("1.0"));
        lab.run(lab.publishing("2.0"));
        lab.run(lab.switching("2.0"));
        Path journal = lab.there(".tidemark/journal.jsonl");
        Files.writeString(journal, Files.readString(journal).replaceFirst("tester", "nobody"));
        lab.refused("host.journal", lab.switching("1.0"));
        assertEquals(
                Optional.of("1.0"), lab.run(lab.rollingBack(Optional.empty())).version());
        assertEquals(
                List.of("1.0", "2.0", "1.0"),
                lab.copy().lanes().getFirst().spans().stream()
                        .map(Lane.Span::version)
                        .toList());
        lab.run(lab.releasing());
        lab.run(lab.switching("2.0"));
    }

    @Test
    void whatAHostStoppedInIsSettledByWhoComesNext() throws Exception {
        lab.run(lab.publishing("1.0"));
        lab.run(lab.switching("1.0"));
        lab.run(lab.publishing("2.0"));
        lab.run(lab.switching("2.0"));
        Path journal = lab.there(".tidemark/journal.jsonl");
        List<String> lines = Files.readAllLines(journal);
        Files.writeString(
                journal,
                String.join("\n", lines.subList(0, 3)) + "\n" + lines.get(3).substring(0, 20));
        String intent = "{\"format\":1,\"rollback\":%s,\"channel\":\"latest-stable\",\"link\":\"latest-stable\","
                + "\"text\":\"%s\",\"version\":\"%s\",\"from\":\"%s\",\"hold\":\"\",\"reason\":\"\"}";
        Path file = lab.there(".tidemark/intent.json");
        Files.writeString(file, intent.formatted(false, "2.0", "2.0", "1.0"));
        assertEquals(
                Outcome.Result.NOTHING_TO_DO, lab.run(lab.publishing("1.0")).result());
        assertEquals(lines.size(), Files.readAllLines(journal).size());
        Files.writeString(file, intent.formatted(false, "1.0", "1.0", "2.0"));
        lab.run(lab.publishing("1.0"));
        assertEquals("2.0", Files.readSymbolicLink(lab.there("latest-stable")).toString());
        Files.writeString(file, intent.formatted(true, "1.0", "1.0", "2.0"));
        lab.run(lab.publishing("1.0"));
        assertEquals("1.0", Files.readSymbolicLink(lab.there("latest-stable")).toString());
        assertFalse(Files.exists(file));
    }

    @Test
    void withoutRsyncItGoesBySftp() throws Exception {
        Path bin = Files.createDirectories(dir.resolve("bin"));
        PublishLab.sh(
                "for p in sh cat head tr stat readlink find xargs sha256sum mkdir mv ln rm dd sync flock nproc"
                        + " grep chmod df id sleep; do cp -L \"$(command -v $p)\" \"$1/$p\"; done",
                bin.toString());
        try (PublishLab bare = new PublishLab(dir.resolve("bare"), "files", "PATH=" + bin)) {
            PublishLab.sh("cp -a \"$1\" \"$2\"", lab.root.resolve("1.0").toString(), bare.root.toString());
            PublishLab.sh(
                    "cp -al \"$1\" \"$2\"",
                    bare.root.resolve("1.0").toString(),
                    bare.root.resolve("2.0").toString());
            bare.write("2.0", Map.of("main/new", "new"));
            bare.seal("1.0", "2.0");
            bare.run(bare.publishing("1.0"));
            assertEquals(PublishLab.seen(bare.root.resolve("1.0")), PublishLab.seen(bare.there("1.0")));
            Outcome second = bare.run(bare.publishing("2.0"));
            assertEquals(PublishLab.seen(bare.root.resolve("2.0")), PublishLab.seen(bare.there("2.0")));
            assertEquals(3, second.figures().get("sent.bytes"));
            assertEquals(
                    Files.getAttribute(bare.there("1.0/main/b"), "unix:ino"),
                    Files.getAttribute(bare.there("2.0/main/b"), "unix:ino"));
            bare.run(bare.switching("2.0"));
        }
    }
}
