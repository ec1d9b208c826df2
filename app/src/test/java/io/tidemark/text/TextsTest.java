package io.tidemark.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.model.Failure;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2022-08-16T12:00:00Z"), ZoneOffset.UTC);
    private final Texts english = new Texts(Locale.ENGLISH, NOON, ZoneOffset.UTC);
    private final Texts french = new Texts(Locale.FRANCE, NOON, ZoneOffset.UTC);

    private static JournalEntry failed(String reason) {
        return line(Event.FAILED, reason);
    }

    private static JournalEntry line(Event event, String reason) {
        return new JournalEntry(1, NOON.instant(), "me@here", event, "", "", "", reason, Map.of());
    }

    @Test
    void writesSizesInTheLanguagesUnits() {
        assertEquals("41.2\u00a0GB", english.formats().bytes(41_200_000_000L));
        assertEquals("41,2\u00a0Go", french.formats().bytes(41_200_000_000L));
        assertEquals("−86\u00a0MB", english.formats().bytes(-86_000_000L));
        assertEquals("1\u00a0MB", english.formats().bytes(999_900));
    }

    @Test
    void countsZeroAsOneInFrenchOnly() {
        String text = "{n:plural:# file|# files}";
        assertEquals("0 files", Template.fill(text, Map.of("n", "0"), english.formats()));
        assertEquals("0 file", Template.fill(text, Map.of("n", "0"), french.formats()));
        assertEquals("1,204 files", Template.fill(text, Map.of("n", "1204"), english.formats()));
    }

    @Test
    void saysHowAnOperationFailedInEitherLanguage() {
        Phrase found = Phrase.of("gate.hold", "object", "a&b=c", "actor", "x", "since", "2022-08-16T11:56:00Z");
        Problem held = Problem.of("plan.gate.whole", Problem.Category.REFUSED, "repository", "Zürich 100 %");
        Map<String, String> args = new HashMap<>(held.args());
        args.putAll(found.within("found"));
        String words = Failure.words(new Problem(held.code(), held.category(), held.state(), args, ""));
        assertEquals(
                english.get("operation.prune") + ": Refused for Zürich 100 %: " + english.say(found),
                english.reason(failed("prune: " + words)));
        assertEquals(
                french.get("operation.prune") + "\u00a0: Refusé pour Zürich 100 %\u00a0: " + french.say(found),
                french.reason(failed("prune: " + words)));
        assertEquals(english.get("operation.prune"), english.reason(failed("prune: plan.gate.whole")));
        assertEquals("as told: x", english.reason(line(Event.HELD, "as told: x")));
    }

    @Test
    void saysHowLongAgo() {
        assertEquals("4\u00a0min ago", english.formats().ago(Instant.parse("2022-08-16T11:56:00Z")));
        assertEquals("il y a\u00a02\u00a0j", french.formats().ago(Instant.parse("2022-08-14T10:00:00Z")));
    }

    @Test
    void saysTheFirstOfAMonthAsFrenchDoes() {
        Instant first = Instant.parse("2022-08-01T09:30:00Z");
        assertEquals("1er août 2022, 09:30", french.formats().time(first));
        assertEquals("1er août", french.formats().day(first));
        assertEquals("1 Aug 2022", english.formats().date(first));
        assertEquals("11 août 2022", french.formats().date(Instant.parse("2022-08-11T09:30:00Z")));
        assertEquals("août 2022", french.formats().month(first));
    }

    @Test
    void rendersAProblemInBothLanguages() {
        Problem problem = Problem.of("name.version", Problem.Category.USAGE, "object", "a/b");
        assertEquals("“a/b” cannot be the name of a version.", english.what(problem));
        assertEquals("« a/b » ne peut pas être le nom d’une version.", french.what(problem));
    }

    @Test
    void showsTheKeyOfAMissingText() {
        assertEquals("no.such.key {a=1}", english.get("no.such.key", "a", 1));
    }
}
