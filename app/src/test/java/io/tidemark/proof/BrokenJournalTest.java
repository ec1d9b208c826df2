package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.store.QuickDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody changed the journal: reading and rolling back go on, nothing else does until every version was verified. */
class BrokenJournalTest {

    private static final String CHANNEL = Mirror.CHANNEL;

    @TempDir(factory = QuickDisk.class)
    Path base;

    private Mirror mirror;
    private Path journal;
    private byte[] broken;

    @BeforeEach
    void live() throws Exception {
        mirror = Mirror.at(base);
        mirror.living(mirror.url());
        mirror.upstream().mutate(10);
        mirror.update("--version", "3.15.4-b", "--promote", CHANNEL, "--allow-boot-critical", "--quiet")
                .done();
        journal = mirror.dir().resolve(".tidemark/journal.jsonl");
        List<String> lines = Files.readAllLines(journal);
        lines.set(1, lines.get(1).replaceFirst("\"actor\":\"", "\"actor\":\"un"));
        Files.write(journal, lines);
        broken = Files.readAllBytes(journal);
    }

    private Path kept() throws Exception {
        try (Stream<Path> files = Files.list(journal.getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith("journal.broken-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void rollingBackWorksAndSaysWhereTheOldJournalIs() throws Exception {
        Ran back = mirror.console().does("rollback", mirror.place(), "--channel", CHANNEL, "--reason", "no boot");
        assertEquals("3.15.4", mirror.live());
        assertArrayEquals(broken, Files.readAllBytes(kept()));
        back.says("broken at line 2", kept().toString(), "Find out who changed it");
        mirror.console()
                .run("promote", mirror.place(), "3.15.4-b", "--channel", CHANNEL)
                .refused(3, "no boot");
        mirror.console().does("log", mirror.place()).says("no boot", kept().getFileName() + ":2", "3.15.4-b");
        mirror.console().does("release", mirror.place(), "--channel", CHANNEL);
        mirror.console().does("promote", mirror.place(), "3.15.4-b", "--channel", CHANNEL);
        mirror.console().does("rollback", mirror.place(), "--channel", CHANNEL);
        assertEquals("3.15.4", mirror.live());
    }

    @Test
    void aQuietRollbackSaysItOnStandardError() throws Exception {
        Ran back = mirror.console().does("rollback", mirror.place(), "--channel", CHANNEL, "--no-hold", "--quiet");
        assertEquals("", back.out());
        assertTrue(back.err().contains("broken at line 2"), back::toString);
        assertTrue(back.err().contains(kept().toString()), back::toString);
        assertEquals(1, back.err().lines().count(), back::toString);
        mirror.console().does("promote", mirror.place(), "3.15.4-b", "--channel", CHANNEL, "--quiet");
        Ran again = mirror.console().does("rollback", mirror.place(), "--channel", CHANNEL, "--no-hold", "--quiet");
        assertEquals("", again.out() + again.err());
    }

    @Test
    void statusNamesItUntilEveryVersionWasVerified() throws Exception {
        mirror.console().does("rollback", mirror.place(), "--channel", CHANNEL, "--no-hold", "--quiet");
        assertWarned("broken at line 2", "2 versions were not verified");
        mirror.console().does("status", mirror.place()).says(kept().toString(), "tidemark verify");
        mirror.console().does("status", mirror.place(), "--json").says("status.journal-aside", kept().toString());
        mirror.console().does("status", mirror.place(), "--lang", "fr").says("rompu à la ligne 2", "vérifiées depuis");
        mirror.console().does("verify", mirror.place(), "3.15.4");
        assertWarned("broken at line 2", "1 version was not verified");
        mirror.console().does("snapshot", mirror.place(), "3.15.4-b", "3.15.4-c");
        assertWarned("1 version was not verified");
        mirror.console().does("verify", mirror.place());
        assertEquals(
                0, mirror.console().run("status", mirror.place(), "--check").exit());
    }

    @Test
    void afterAVerificationStatusIsSilent() throws Exception {
        mirror.console().run("verify", mirror.place()).refused(3, "broken at line 2");
        assertEquals(
                0, mirror.console().run("status", mirror.place(), "--check").exit());
    }

    private void assertWarned(String... words) {
        Ran check = mirror.console().run("status", mirror.place(), "--check");
        assertEquals(1, check.exit(), check::toString);
        check.says(words);
    }

    @Test
    void itIsSaidInFrenchToo() throws Exception {
        mirror.console()
                .run("rollback", mirror.place(), "--channel", CHANNEL, "--lang", "fr")
                .done()
                .says("rompu à la ligne 2", kept().toString(), "Cherchez qui l’a modifié");
    }

    @Test
    void aDryRunSaysItBeforehandAndWritesNothing() throws Exception {
        mirror.console()
                .does("rollback", mirror.place(), "--channel", CHANNEL, "--dry-run")
                .says("3.15.4", "broken at line 2", "under another name");
        assertArrayEquals(broken, Files.readAllBytes(journal));
        assertEquals("3.15.4-b", mirror.live());
    }

    @Test
    void readingGoesOnAndSaysIt() throws Exception {
        mirror.console().does("status", mirror.place()).says(CHANNEL + " → 3.15.4-b", "broken at line 2");
        mirror.console().does("versions", mirror.place()).says("3.15.4", "3.15.4-b");
        mirror.console().does("diff", mirror.place(), "3.15.4", "3.15.4-b").says("linux-lts");
        Ran log = mirror.console().does("log", mirror.place());
        assertTrue(log.out().contains("3.15.4-b"), log::toString);
        assertTrue(log.err().contains("broken at line 2"), log::toString);
        assertEquals(
                2, mirror.console().run("status", mirror.place(), "--check").exit());
        assertArrayEquals(broken, Files.readAllBytes(journal));
    }

    @Test
    void nothingElseWritesUntilEverythingWasVerified() throws Exception {
        SortedMap<String, String> before = mirror.seen();
        refused("promote", mirror.place(), "3.15.4", "--channel", CHANNEL);
        refused("snapshot", mirror.place(), "3.15.4", "3.15.4-c");
        refused("pin", mirror.place(), "3.15.4", "--reason", "mine");
        refused("prune", mirror.place(), "--keep", "1");
        mirror.upstream().mutate(10);
        refused("update", mirror.place(), "--quiet");
        assertEquals(before, mirror.seen());
        assertArrayEquals(broken, Files.readAllBytes(journal));
        Ran verify = mirror.console().run("verify", mirror.place());
        verify.refused(3, journal.toString(), "broken at line 2", "as they were sealed", kept().toString());
        assertArrayEquals(broken, Files.readAllBytes(kept()));
        mirror.console().does("verify", mirror.place());
        mirror.update("--quiet").done();
        mirror.console().does("snapshot", mirror.place(), "3.15.4", "3.15.4-c");
    }

    private void refused(String... words) {
        mirror.console().run(words).refused(3, journal.toString(), "broken at line 2", "tidemark rollback", "verify");
    }
}
