package io.tidemark.kind.puavo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.kind.ContentCheck;
import io.tidemark.kind.PublishedSeries;
import io.tidemark.kind.Survey;
import io.tidemark.kind.SurveyRequest;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Policies;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.model.VersionFacts;
import io.tidemark.source.Source;
import io.tidemark.source.UrlSources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PuavoSurveyTest {

    @TempDir
    Path dir;

    private final PuavoKind kind = new PuavoKind();
    private Path mirror;

    @BeforeEach
    void publish() throws Exception {
        mirror = Files.createDirectories(dir.resolve("mirror"));
        publish(Sample.published(dir));
    }

    private void publish(List<PublishedSeries> series) throws Exception {
        Files.createDirectories(mirror.resolve("meta"));
        for (Map.Entry<String, byte[]> each :
                Sample.TREE.documents(series, Sample.BASE).entrySet()) {
            Files.write(mirror.resolve(each.getKey()), each.getValue());
        }
    }

    private Survey survey(Optional<VersionFacts> base, String... series) throws Exception {
        Upstream upstream = new Upstream(mirror.toUri().toString(), Map.of("series", List.of(series)));
        RepositoryConfig config = new RepositoryConfig(
                RepositoryConfig.FORMAT,
                "0".repeat(32),
                "test",
                "puavo",
                upstream,
                TransferSettings.standard(),
                Policies.standard(),
                List.of(),
                List.of(),
                Map.of());
        try (Source source = new UrlSources().open(upstream.url(), TransferSettings.standard())) {
            return kind.survey(
                    new SurveyRequest(config, source, base, Optional.empty(), List.of(), Set.of()), Sample.JOB);
        }
    }

    @Test
    void takesTheImagesThatAnotherRepositoryPublishes() throws Exception {
        Survey survey = survey(Optional.empty(), Sample.FREE, Sample.DEMO);
        assertEquals(6, survey.files().size());
        WantedFile newest = survey.files().getLast();
        assertEquals("puavo-os-free-bookworm-2026-04-07-100000-amd64.img", newest.path());
        assertTrue(newest.identity().matches("sha512:[0-9a-f]{128}"));
        assertEquals(
                "puavo-os-free-bookworm-2026-04-07-100000-amd64",
                kind.suggestName(survey, name -> false, java.time.LocalDate.EPOCH));
    }

    @Test
    void checksWhatTheDocumentsPromise() throws Exception {
        WantedFile wanted = survey(Optional.empty(), Sample.DEMO).files().getFirst();
        byte[] right = wanted.path().replace(".img", "").getBytes(StandardCharsets.UTF_8);
        ContentCheck check = kind.check(wanted);
        check.update(right, 0, right.length);
        check.finish();
        byte[] wrong = right.clone();
        wrong[3]++;
        ContentCheck other = kind.check(wanted);
        other.update(wrong, 0, wrong.length);
        assertEquals(
                "upstream.content",
                assertThrows(ProblemException.class, other::finish).problem().code());
    }

    @Test
    void twoDocumentsThatContradictEachOtherAreRefused() throws Exception {
        Path document = mirror.resolve("meta/" + Sample.FREE + ".json");
        String text = Files.readString(document);
        Files.writeString(
                mirror.resolve("meta/other.json"),
                text.replace(Sample.FREE + "\":", "other\":").replaceAll("\"sha512\":\"..", "\"sha512\":\"00"));
        ProblemException refused =
                assertThrows(ProblemException.class, () -> survey(Optional.empty(), Sample.FREE, "other"));
        assertEquals("puavo.meta", refused.problem().code());
    }

    @Test
    void anUpstreamThatWentBackIsStoppedAtTheGate() throws Exception {
        VersionFacts newest = survey(Optional.empty(), Sample.FREE, Sample.DEMO).facts();
        Survey back = survey(Optional.of(newest), Sample.DEMO);
        assertFalse(back.gates().getFirst().open());
        assertTrue(survey(Optional.of(newest), Sample.FREE).gates().getFirst().open());
    }

    @Test
    void optionsAreCheckedBeforeAnythingIsAsked() {
        for (Map<String, List<String>> bad : List.of(
                Map.of("branch", List.of("x")),
                Map.of("series", List.of("../x")),
                Map.of("series", List.of("a,b/c")),
                Map.of("base-url", List.of("ftp://x")),
                Map.of("base-url", List.of("https://x/$(id)")),
                Map.of("images", List.of("relative")))) {
            assertThrows(ProblemException.class, () -> kind.complete(new Upstream("file:///srv/x", bad)));
        }
        assertEquals(
                "puavo.series",
                assertThrows(ProblemException.class, () -> kind.complete(new Upstream("https://x/", Map.of())))
                        .problem()
                        .code());
    }

    @Test
    void anEmptyUpstreamIsRefused() {
        assertEquals(
                "puavo.empty",
                assertThrows(ProblemException.class, () -> survey(Optional.empty()))
                        .problem()
                        .code());
    }
}
