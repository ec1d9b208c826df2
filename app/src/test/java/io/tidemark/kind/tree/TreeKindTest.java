package io.tidemark.kind.tree;

import static io.tidemark.kind.tree.Fixture.KIND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.kind.ContentCheck;
import io.tidemark.kind.Survey;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import io.tidemark.model.VersionFacts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeKindTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 8, 2);

    @TempDir
    Path root;

    @Test
    void namesVersionsByTheDay() {
        assertEquals("2022-08-02", KIND.suggestName(null, name -> false, TODAY));
        assertEquals("2022-08-02.2", KIND.suggestName(null, Set.of("2022-08-02")::contains, TODAY));
        assertEquals("2022-08-02.3", KIND.suggestName(null, Set.of("2022-08-02", "2022-08-02.2")::contains, TODAY));
    }

    @Test
    void refusesOptionsItDoesNotKnow() {
        Upstream odd = new Upstream("http://x/", Map.of("branch", List.of("v3.15")));
        Problem problem =
                assertThrows(ProblemException.class, () -> KIND.complete(odd)).problem();
        assertEquals("tree.option.unknown", problem.code());
        assertEquals(Problem.Category.USAGE, problem.category());
    }

    @Test
    void checksTheSize() throws Exception {
        Fixture.write(root, "file", "12345", Fixture.BEFORE);
        WantedFile wanted = Fixture.survey(root.toString()).files().getFirst();
        ContentCheck right = KIND.check(wanted);
        right.update(new byte[5], 0, 5);
        right.finish();
        ContentCheck shorter = KIND.check(wanted);
        shorter.update(new byte[4], 0, 4);
        assertEquals(
                "upstream.size",
                assertThrows(ProblemException.class, shorter::finish).problem().code());
        assertThrows(ProblemException.class, () -> KIND.check(wanted).update(new byte[6], 0, 6));
    }

    @Test
    void knowsAdoptedCopiesOfALocalUpstreamByTimeAndSize() throws Exception {
        Instant precise = Instant.parse("2022-08-02T10:00:07.123456789Z");
        Fixture.write(root, "a/file", "12345", precise);
        Fixture.write(root, "b", "1", Fixture.BEFORE);
        Survey survey = Fixture.survey(root.toString());
        Map<String, String> promised =
                survey.files().stream().collect(Collectors.toMap(WantedFile::path, WantedFile::identity));
        Map<String, String> found = new HashMap<>();
        VersionFacts facts = KIND.inspect(root, Fixture.JOB);
        KIND.identities(root, facts, found::put);
        assertEquals(promised, found);
        assertTrue(found.get("a/file").contains("07.123456789Z"));
        assertEquals("2", facts.attributes().get(Facts.FILES));
        assertEquals("6", facts.attributes().get(Facts.BYTES));
    }
}
