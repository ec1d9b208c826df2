package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Channel;
import io.tidemark.model.ChannelHistory;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Lane;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GiveBackTest {

    @TempDir(factory = QuickDisk.class)
    Path temp;

    private Mirror mirror;

    @BeforeEach
    void exchange() throws Exception {
        mirror = Mirror.adopted(temp.resolve("mirror"));
        Files.createDirectories(temp.resolve("plain/sub"));
        Files.writeString(temp.resolve("plain/sub/file"), "x");
        mirror.write(s -> s.exchange("../plain", "2022-08-02"));
    }

    @Test
    void whatWasExchangedIsAPlainDirectoryAgain() throws Exception {
        Object inode = Depot.inode(temp.resolve("plain/sub/file"));
        seal();
        giveBack();
        assertTrue(Files.isDirectory(temp.resolve("plain"), LinkOption.NOFOLLOW_LINKS));
        assertEquals(inode, Depot.inode(temp.resolve("plain/sub/file")));
        assertFalse(Files.exists(mirror.root.resolve("2022-08-02"), LinkOption.NOFOLLOW_LINKS));
        assertTrue(mirror.open().version("2022-08-02").isEmpty());
        assertEquals(List.of("stable"), names());
        assertEquals(Event.GIVEN_BACK, mirror.open().journal().getLast().event());
    }

    @Test
    void itCanBeExchangedAgainAndBeginsAnew() throws Exception {
        seal();
        giveBack();
        assertCode("channel.unknown", "plain");
        mirror.write(s -> s.exchange("../plain", "2022-08-03"));
        assertEquals("mirror/2022-08-03", mirror.link("../plain"));
        assertEquals(6, mirror.open().versions().getLast().sequence());
        ChannelHistory history = ChannelHistory.of(mirror.open().journal(), "plain");
        assertEquals(List.of("2022-08-03"), history.trail());
        assertEquals(
                List.of("2022-08-02", "2022-08-03"),
                history.spans().stream().map(Lane.Span::version).toList());
        assertTrue(history.spans().getFirst().end().isPresent());
    }

    @Test
    void aChannelThatWasAlwaysALinkStaysOne() throws Exception {
        assertCode("channel.not-exchanged", "stable");
        giveBack();
        mirror.write(s -> s.flip(fresh("plain", "1.0"), TestJob.quiet()));
        assertCode("channel.not-exchanged", "plain");
        assertEquals("1.2", mirror.link("stable"));
    }

    @Test
    void nothingThatOthersNeedIsGivenBack() throws Exception {
        mirror.write(s -> s.pin("2022-08-02", "reference"));
        assertCode("channel.needed.pin", "plain");
        mirror.write(s -> {
            s.unpin("2022-08-02");
            s.flip(fresh("testing", "2022-08-02"), TestJob.quiet());
        });
        assertCode("channel.needed.channel", "plain");
        mirror.write(s -> s.flip(fresh("testing", "1.3"), TestJob.quiet()));
        assertCode("channel.needed.last-good", "plain");
        mirror.write(s -> s.flip(new WriteSession.Flip("plain", "1.3", true, true, false, "odd"), TestJob.quiet()));
        assertCode("channel.held", "plain");
        mirror.write(s -> s.release("plain", ""));
        assertCode("channel.needed.channel", "plain");
        assertEquals("mirror/1.3", mirror.link("../plain"));
    }

    @Test
    void filesThatAreHardLinksOfOthersAreNotGivenBack() throws Exception {
        mirror.write(s -> s.flip(new WriteSession.Flip("plain", "1.0", false, false, false, ""), TestJob.quiet()));
        assertCode("channel.shared", "plain");
        mirror.write(s -> s.prune(List.of("1.3"), TestJob.quiet()));
        giveBack();
        assertTrue(Files.isRegularFile(temp.resolve("plain/main/pair")));
        assertFalse(Files.exists(mirror.root.resolve("1.0"), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void aLinkThatSomebodyMovedElsewhereIsLeftAlone() throws Exception {
        Files.delete(temp.resolve("plain"));
        Files.createSymbolicLink(temp.resolve("plain"), Path.of("/nowhere"));
        assertCode("channel.adrift", "plain");
    }

    @Test
    void whatFailsLeavesTheListOfChannelsAsItWas() throws Exception {
        mirror.write(s -> s.flip(fresh("testing", "1.3"), TestJob.quiet()));
        String basis = mirror.open().basis();
        for (int n = 1; n < Swept.ENDLESS; n++) {
            Faults faults = Faults.failAt(n, Errno.EIO);
            try {
                mirror.write(new Disk(faults), s -> s.giveBack("plain", TestJob.quiet()));
                assertEquals(List.of("stable", "testing"), names());
                return;
            } catch (ProblemException failed) {
                if (mirror.open().version("2022-08-02").isEmpty()) {
                    assertEquals(List.of("stable", "testing"), names());
                    return;
                }
                assertEquals(basis, mirror.open().basis(), "after change " + n);
            }
        }
        throw new AssertionError("never ended");
    }

    private void seal() throws Exception {
        mirror.write(s -> s.sealAdopted("2022-08-02", VersionFacts.none(), Map.of(), TestJob.quiet()));
    }

    private void giveBack() throws Exception {
        mirror.open().requireGivable("plain", TestJob.quiet());
        mirror.write(s -> s.giveBack("plain", TestJob.quiet()));
    }

    private List<String> names() throws ProblemException {
        return mirror.open().channels().stream().map(Channel::name).toList();
    }

    private static WriteSession.Flip fresh(String channel, String version) {
        return new WriteSession.Flip(channel, version, false, false, true, "");
    }

    /** Said by the plan and by the deed. */
    private void assertCode(String code, String channel) {
        ProblemException plan =
                assertThrows(ProblemException.class, () -> mirror.open().requireGivable(channel, TestJob.quiet()));
        ProblemException deed =
                assertThrows(ProblemException.class, () -> mirror.write(s -> s.giveBack(channel, TestJob.quiet())));
        assertEquals(
                List.of(code, code),
                List.of(plan.problem().code(), deed.problem().code()));
    }
}
