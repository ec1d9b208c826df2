package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.JournalEntry.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChannelHistoryTest {

    private static final String CHANNEL = "latest-stable";

    private final List<JournalEntry> journal = new ArrayList<>();
    private final List<Version> versions = new ArrayList<>();

    @Test
    void goesBackToWhatTheChannelShowedBefore() {
        have("1", "2", "3");
        promote("1", "3");
        assertEquals(List.of("1", "2"), targets());
    }

    @Test
    void pressedAgainGoesFurtherBackNeverForward() {
        have("1", "2", "3");
        promote("1", "2", "3");
        assertEquals(List.of("2", "1"), targets());
        back("3", "2");
        assertEquals(List.of("1"), targets());
        back("2", "1");
        assertEquals(List.of(), targets());
    }

    @Test
    void skipsWhatARollbackLeftUntilSomebodyPromotesItAgain() {
        have("1", "2", "3", "4");
        promote("1", "2", "3");
        back("3", "2");
        promote("4");
        assertEquals(List.of("2", "1"), targets());
        promote("3");
        assertEquals(List.of("4", "2", "1"), targets());
    }

    @Test
    void anAdoptedChannelGoesBackByOrderOfVersions() {
        have("3.15.4", "3.15.5");
        say(Event.ADOPTED, "3.15.5", "");
        assertEquals(List.of("3.15.4"), targets());
        back("3.15.5", "3.15.4");
        assertEquals(List.of(), targets());
        assertEquals(Set.of("3.15.5"), history().left());
    }

    @Test
    void offersNothingQuarantinedOrStaged() {
        have("1", "2");
        versions.add(version("3", VersionState.QUARANTINED));
        versions.add(version("4", VersionState.SEALED));
        versions.add(version("5", VersionState.STAGED));
        promote("1", "2", "3", "4");
        assertEquals(List.of("2", "1"), targets());
    }

    @Test
    void deletedVersionsAreNoTargets() {
        have("1", "3");
        promote("1", "2", "3");
        assertEquals(List.of("1"), targets());
    }

    @Test
    void otherChannelsDoNotMatter() {
        have("1", "2");
        promote("1", "2");
        journal.add(entry(Event.PROMOTED, "testing", "1", ""));
        assertEquals(Optional.of("2"), history().live());
    }

    @Test
    void aRollbackStaysVisible() {
        have("1", "2");
        promote("1", "2");
        back("2", "1");
        List<Lane.Span> spans = history().spans();
        assertEquals(
                List.of("1", "2", "1"), spans.stream().map(Lane.Span::version).toList());
        assertFalse(spans.get(0).undone());
        assertTrue(spans.get(1).undone());
        assertTrue(spans.get(2).byRollback());
        assertEquals(Optional.empty(), spans.get(2).end());
    }

    private void have(String... names) {
        for (String name : names) {
            versions.add(version(name, VersionState.SEALED));
        }
    }

    private Version version(String name, VersionState state) {
        return new Version(
                name,
                versions.size() + 1,
                state,
                Instant.EPOCH,
                "",
                1,
                1,
                1,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private void promote(String... names) {
        for (String name : names) {
            say(Event.PROMOTED, name, history().live().orElse(""));
        }
    }

    private void back(String from, String to) {
        say(Event.ROLLED_BACK, to, from);
    }

    private void say(Event event, String version, String from) {
        journal.add(entry(event, CHANNEL, version, from));
    }

    private JournalEntry entry(Event event, String channel, String version, String from) {
        long sequence = journal.size() + 1;
        return new JournalEntry(
                sequence, Instant.ofEpochSecond(sequence), "a@b", event, version, channel, from, "", Map.of());
    }

    private ChannelHistory history() {
        return ChannelHistory.of(journal, CHANNEL);
    }

    private List<String> targets() {
        ChannelHistory history = history();
        return history.targets(versions, history.live()).stream()
                .map(Version::name)
                .toList();
    }
}
