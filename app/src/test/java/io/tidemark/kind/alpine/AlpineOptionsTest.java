package io.tidemark.kind.alpine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlpineOptionsTest {

    private final AlpineKind kind = new AlpineKind();

    @Test
    void presetsAreFilledIn() throws ProblemException {
        Upstream complete = kind.complete(new Upstream("http://x/", Map.of("branch", List.of("v3.15"))));
        assertEquals(List.of("x86_64"), complete.all("arch"));
        assertEquals(List.of("main", "community", "releases"), complete.all("repos"));
        assertEquals(List.of("all"), complete.all("flavors"));
        assertEquals(complete, kind.complete(complete));
    }

    @Test
    void listsMayBeWrittenWithCommas() throws ProblemException {
        Upstream complete = kind.complete(new Upstream(
                "http://x/", Map.of("branch", List.of("edge"), "arch", List.of("x86_64, aarch64", "x86"))));
        assertEquals(List.of("x86_64", "aarch64", "x86"), complete.all("arch"));
    }

    @Test
    void theBranchIsRequired() {
        assertEquals("alpine.option.missing", refused(Map.of()).code());
    }

    @Test
    void unknownOptionsAreNamed() {
        Problem problem = refused(Map.of("branch", List.of("v3.15"), "colour", List.of("red")));
        assertEquals("alpine.option.unknown", problem.code());
        assertEquals("--colour", problem.args().get("object"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../v3.15", "v3//15", "v3/../15", ".", "..", "-rf", "a b", "a\u001b", "%2e%2e"})
    void valuesThatLeaveTheirPlaceAreRefused(String value) {
        for (String option : List.of("branch", "arch", "repos", "prefix")) {
            Map<String, List<String>> options = new java.util.HashMap<>(Map.of("branch", List.of("v3.15")));
            options.put(option, List.of(value));
            Problem problem = refused(options);
            assertEquals("alpine.option.value", problem.code());
            assertEquals(Problem.Category.USAGE, problem.category());
        }
    }

    @Test
    void withoutUpstreamNothingIsRequired() throws ProblemException {
        assertEquals(Upstream.none(), kind.complete(Upstream.none()));
    }

    @Test
    void declaresWhatItNeedsToBeTold() {
        assertTrue(kind.info().options().stream().anyMatch(o -> o.name().equals("branch") && o.required()));
        assertEquals("alpine", kind.info().id());
    }

    private Problem refused(Map<String, List<String>> options) {
        return assertThrows(ProblemException.class, () -> kind.complete(new Upstream("http://x/", options)))
                .problem();
    }
}
