package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Channel;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelsTest {

    @TempDir(factory = QuickDisk.class)
    Path temp;

    private Mirror mirror;

    @BeforeEach
    void adopt() throws Exception {
        mirror = Mirror.adopted(temp.resolve("mirror"));
    }

    @Test
    void promotesByARelativeLink() throws Exception {
        mirror.write(s -> assertEquals(Optional.of("1.2"), s.flip(Mirror.promote("1.3"), TestJob.quiet())));
        assertEquals("1.3", mirror.link("stable"));
        assertEquals("1.3", stable().target().orElseThrow());
        assertTrue(stable().hold().isEmpty());
    }

    @Test
    void aHoldStopsPromotionsButNoRollback() throws Exception {
        mirror.write(s -> s.flip(Mirror.rollBack("1.1"), TestJob.quiet()));
        assertEquals("clients do not boot", stable().hold().orElseThrow().reason());
        assertEquals(Mirror.ACTOR, stable().hold().orElseThrow().actor());
        assertCode("channel.held", s -> s.flip(Mirror.promote("1.3"), TestJob.quiet()));
        assertEquals("1.1", mirror.link("stable"));
        mirror.write(s -> s.flip(Mirror.rollBack("1.0"), TestJob.quiet()));
        assertEquals("1.0", mirror.link("stable"));
        mirror.write(s -> s.release("stable", "fixed"));
        mirror.write(s -> s.flip(Mirror.promote("1.3"), TestJob.quiet()));
        assertEquals("1.3", mirror.link("stable"));
        assertCode("channel.not-held", s -> s.release("stable", ""));
    }

    @Test
    void aRollbackWithoutHoldLeavesAnEarlierHoldInPlace() throws Exception {
        mirror.write(s -> s.flip(Mirror.rollBack("1.1"), TestJob.quiet()));
        mirror.write(s -> s.flip(new WriteSession.Flip("stable", "1.0", true, false, false, ""), TestJob.quiet()));
        assertTrue(stable().hold().isPresent());
    }

    @Test
    void changingNothingWritesNothing() throws Exception {
        int lines = mirror.open().journal().size();
        mirror.write(s -> assertEquals(Optional.of("1.2"), s.flip(Mirror.promote("1.2"), TestJob.quiet())));
        assertEquals(lines, mirror.open().journal().size());
    }

    @Test
    void makesANewChannelOnlyWhenAsked() throws Exception {
        assertCode(
                "channel.unknown",
                s -> s.flip(new WriteSession.Flip("testing", "1.3", false, false, false, ""), TestJob.quiet()));
        assertFalse(Files.exists(mirror.root.resolve("testing")));
        mirror.write(s -> s.flip(new WriteSession.Flip("testing", "1.3", false, false, true, ""), TestJob.quiet()));
        assertEquals("1.3", mirror.link("testing"));
        assertEquals(2, mirror.open().channels().size());
        assertCode(
                "channel.not-link",
                s -> s.flip(new WriteSession.Flip("1.1", "1.3", false, false, true, ""), TestJob.quiet()));
        assertCode(
                "name.link",
                s -> s.flip(new WriteSession.Flip("../x", "1.3", false, false, true, ""), TestJob.quiet()));
    }

    @Test
    void refusesWhatCannotBePublished() throws Exception {
        assertCode("store.no-version", s -> s.flip(Mirror.promote("9.9"), TestJob.quiet()));
        Files.createDirectories(mirror.root.resolve(".tidemark/staging/2.0/tree"));
        assertCode("channel.staged", s -> s.flip(Mirror.promote("2.0"), TestJob.quiet()));
        mirror.write(s -> s.quarantine("1.3", List.of("main/index")));
        assertEquals(VersionState.QUARANTINED, mirror.open().versions().get(3).state());
        assertCode("channel.quarantined", s -> s.flip(Mirror.promote("1.3"), TestJob.quiet()));
        assertCode("channel.quarantined", s -> s.flip(Mirror.rollBack("1.3"), TestJob.quiet()));
        assertEquals("1.2", mirror.link("stable"));
    }

    @Test
    void aVersionRemovedByHandIsShownAndNotPublished() throws Exception {
        Files.move(mirror.root.resolve("1.3"), temp.resolve("gone"));
        assertEquals(VersionState.QUARANTINED, mirror.open().versions().get(3).state());
        assertCode("channel.quarantined", s -> s.flip(Mirror.promote("1.3"), TestJob.quiet()));
    }

    @Test
    void neverOverwritesADirectoryAtALinksPlace() throws Exception {
        Files.delete(mirror.root.resolve("stable"));
        Files.createDirectories(mirror.root.resolve("stable/precious"));
        assertCode("channel.not-link", s -> s.flip(Mirror.promote("1.3"), TestJob.quiet()));
        assertTrue(Files.isDirectory(mirror.root.resolve("stable/precious")));
    }

    @Test
    void restoresALinkThatSomebodyRemoved() throws Exception {
        Files.delete(mirror.root.resolve("stable"));
        assertTrue(stable().target().isEmpty());
        mirror.write(s -> assertEquals(Optional.empty(), s.flip(Mirror.promote("1.3"), TestJob.quiet())));
        assertEquals("1.3", mirror.link("stable"));
    }

    @Test
    void linksFromSubdirectoriesAndFromBeside() throws Exception {
        Files.createDirectories(mirror.root.resolve("clients/old"));
        var config = mirror.open().config();
        mirror.write(s -> s.configure(Settings.withChannels(
                config,
                List.of(
                        config.channels().getFirst(),
                        Mirror.channel("old", "clients/old/current"),
                        Mirror.channel("beside", "../beside")))));
        mirror.write(s -> {
            s.flip(new WriteSession.Flip("old", "1.1", false, false, false, ""), TestJob.quiet());
            s.flip(new WriteSession.Flip("beside", "1.3", false, false, false, ""), TestJob.quiet());
        });
        assertEquals("../../1.1", mirror.link("clients/old/current"));
        assertEquals("mirror/1.3", mirror.link("../beside"));
        assertTrue(Files.isRegularFile(mirror.root.resolve("clients/old/current/main/index")));
        assertTrue(Files.isRegularFile(temp.resolve("beside/main/index")));
        assertEquals(
                List.of(Optional.of("1.2"), Optional.of("1.1"), Optional.of("1.3")),
                mirror.open().channels().stream().map(Channel::target).toList());
    }

    @Test
    void aPlainDirectoryBecomesAVersionByOneExchange() throws Exception {
        Files.createDirectories(temp.resolve("plain/sub"));
        Files.writeString(temp.resolve("plain/sub/file"), "x");
        long inode = (long) Files.getAttribute(temp.resolve("plain/sub/file"), "unix:ino");
        mirror.write(s -> s.exchange("../plain", "2022-08-02"));
        assertEquals("mirror/2022-08-02", mirror.link("../plain"));
        assertEquals(inode, Files.getAttribute(temp.resolve("plain/sub/file"), "unix:ino"));
        Channel channel = mirror.open().channels().getLast();
        assertEquals("plain", channel.name());
        assertEquals("2022-08-02", channel.target().orElseThrow());
        assertEquals(5, mirror.open().versions().getLast().sequence());
        assertCode("store.version-exists", s -> s.exchange("../plain", "2022-08-02"));
        assertCode("channel.not-directory", s -> s.exchange("../plain", "2022-08-03"));
        assertCode("channel.place", s -> s.exchange(".tidemark/jobs", "2022-08-03"));
    }

    @Test
    void basisChangesWithEverythingThatPlansDependOn() throws Exception {
        String basis = mirror.open().basis();
        assertEquals(basis, mirror.open().basis());
        mirror.write(s -> s.note("upstream", new byte[1]));
        assertEquals(basis, mirror.open().basis());
        for (Mirror.Writing change : List.<Mirror.Writing>of(
                s -> s.flip(Mirror.promote("1.3"), TestJob.quiet()),
                s -> s.flip(Mirror.rollBack("1.3"), TestJob.quiet()),
                s -> s.release("stable", ""),
                s -> s.pin("1.1", "x"),
                s -> s.unpin("1.1"),
                s -> s.quarantine("1.1", List.of()))) {
            String before = mirror.open().basis();
            mirror.write(change);
            assertNotEquals(before, mirror.open().basis());
        }
    }

    private Channel stable() throws ProblemException {
        return mirror.open().channels().getFirst();
    }

    private void assertCode(String code, Mirror.Writing writing) {
        ProblemException e = assertThrows(ProblemException.class, () -> mirror.write(writing));
        assertEquals(code, e.problem().code());
    }
}
