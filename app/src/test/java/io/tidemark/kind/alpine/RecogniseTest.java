package io.tidemark.kind.alpine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.demo.AlpineRecipe;
import io.tidemark.demo.AlpineUpstream;
import io.tidemark.kind.Survey;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.BootItem;
import io.tidemark.model.Recognition;
import io.tidemark.model.VersionFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecogniseTest {

    @TempDir
    Path dir;

    private final AlpineKind kind = new AlpineKind();

    @Test
    void recognisesTheTreeOfTheProcedure() throws Exception {
        section("3.15.4/main/x86_64");
        section("3.15.4/releases/x86_64");
        section("3.15.10/main/x86_64");
        section("3.15.10/community/x86_64");
        file("panoptiscan/VERSION");
        link("latest-stable", "3.15.4");
        Recognition found = kind.recognise(dir).orElseThrow();
        assertEquals(List.of("3.15.4", "3.15.10"), names(found));
        assertEquals(
                List.of(new Recognition.FoundChannel("latest-stable", "latest-stable", "3.15.4")), found.channels());
        assertEquals(List.of("v3.15"), found.upstream().all("branch"));
        assertEquals(List.of("community", "main"), found.upstream().all("repos"));
        assertEquals(List.of("x86_64"), found.upstream().all("arch"));
        assertEquals(List.of(), found.exchangeable());
        assertTrue(found.score() > 90);
        assertEquals(
                "notice.alpine.companion", found.notices().getFirst().phrase().key());
        assertEquals("panoptiscan", found.notices().getFirst().phrase().args().get("object"));
    }

    @Test
    void recognisesATreeLikeUpstreams() throws Exception {
        section("v3.9/main/aarch64");
        section("v3.15/main/x86_64");
        section("v3.15/main/aarch64");
        section("edge/testing/x86_64");
        link("latest-stable", dir.resolve("v3.15").toString());
        Recognition found = kind.recognise(dir).orElseThrow();
        assertEquals(List.of("v3.9", "v3.15", "edge"), names(found));
        assertEquals("v3.15", found.channels().getFirst().target());
        assertEquals(List.of("edge", "v3.15", "v3.9"), found.exchangeable());
    }

    @Test
    void recognisesWhatWgetLeftBehindAndWhereItCameFrom() throws Exception {
        section("3.15.5/dl-cdn.example.org/alpine/v3.15/releases/x86_64");
        Recognition found = kind.recognise(dir).orElseThrow();
        assertEquals(List.of("3.15.5"), names(found));
        assertEquals("https://dl-cdn.example.org/alpine", found.upstream().url());
        assertEquals(List.of("releases"), found.upstream().all("repos"));
    }

    @Test
    void aDirectoryBetweenVersionAndPackagesIsKeptBecauseClientsNameIt() throws Exception {
        AlpineUpstream upstream = AlpineUpstream.create(dir.resolve("up"), AlpineRecipe.small());
        Surveys surveys = new Surveys(dir.resolve("up"));
        surveys.keys = List.of(Surveys.pin(upstream.key()));
        surveys.options.put("prefix", List.of("/v3.15/"));
        Path version = dir.resolve("mirror/3.15.4");
        Survey survey = surveys.run();
        surveys.build(survey, version);
        assertTrue(Files.isRegularFile(version.resolve("v3.15/main/x86_64/APKINDEX.tar.gz")));
        assertEquals(
                List.of("v3.15"),
                kind.recognise(dir.resolve("mirror")).orElseThrow().upstream().all("prefix"));
        VersionFacts facts = kind.inspect(version, new QuietJob());
        assertEquals(survey.facts().packages(), facts.packages());
        assertEquals(names(survey.facts()), names(facts));
        assertEquals(kind.probePath(survey.facts()), kind.probePath(facts));
        Map<String, String> identities = new HashMap<>();
        kind.identities(version, facts, identities::put);
        assertEquals(
                Surveys.named(survey, "musl-1.2.2-r7.apk").identity(),
                identities.get("v3.15/main/x86_64/musl-1.2.2-r7.apk"));
    }

    @Test
    void aPlainLatestStableCanBeExchanged() throws Exception {
        section("3.15.4/main/x86_64");
        section("latest-stable/main/x86_64");
        assertEquals(List.of("latest-stable"), kind.recognise(dir).orElseThrow().exchangeable());
    }

    @Test
    void aDanglingLinkAndAnEmptyVersionAreNoticed() throws Exception {
        section("3.15.4/main/x86_64");
        Files.createDirectories(dir.resolve("3.15.5"));
        link("latest-stable", "3.15.9");
        link("elsewhere", "panoptiscan");
        Recognition found = kind.recognise(dir).orElseThrow();
        assertEquals("", found.channels().getFirst().target());
        assertEquals(1, found.channels().size());
        List<String> notices =
                found.notices().stream().map(n -> n.phrase().key()).sorted().toList();
        assertEquals(List.of("notice.alpine.link.dangling", "notice.alpine.version.empty"), notices);
    }

    @Test
    void aChainOfLinksAndALoopAreFollowedOnlySoFar() throws Exception {
        section("3.15.4/main/x86_64");
        link("stable", "latest-stable");
        link("latest-stable", "3.15.4");
        link("loop", "loop");
        Recognition found = kind.recognise(dir).orElseThrow();
        assertEquals(
                List.of("latest-stable", "stable"),
                found.channels().stream().map(c -> c.name()).toList());
    }

    @Test
    void otherDirectoriesAreNotAlpine() throws Exception {
        file("meta/puavo.json");
        Files.createDirectories(dir.resolve("3.15.4"));
        assertEquals(Optional.empty(), kind.recognise(dir));
    }

    @Test
    void linksInsideAVersionAreNotFollowed() throws Exception {
        section("real/main/x86_64");
        Files.createDirectories(dir.resolve("3.15.4"));
        link("3.15.4/main", "../real/main");
        assertEquals(Optional.empty(), kind.recognise(dir));
    }

    @Test
    void anAdoptedTreeTellsTheIdentitiesThatASurveyWants() throws Exception {
        AlpineUpstream upstream = AlpineUpstream.create(dir.resolve("up"), AlpineRecipe.small());
        Surveys surveys = new Surveys(dir.resolve("up"));
        surveys.keys = List.of(Surveys.pin(upstream.key()));
        Survey survey = surveys.run();
        Path version = dir.resolve("3.15.4");
        surveys.build(survey, version);
        Files.writeString(version.resolve("main/x86_64/musl-1.2.2-r7.apk"), "cut short");
        VersionFacts facts = kind.inspect(version, new QuietJob());
        Map<String, String> identities = new HashMap<>();
        kind.identities(version, facts, identities::put);
        for (WantedFile wanted : survey.files()) {
            boolean kept = wanted.content().isEmpty()
                    && wanted.linkTarget().isEmpty()
                    && !wanted.path().contains("musl-1");
            assertEquals(kept ? wanted.identity() : null, identities.get(wanted.path()), wanted.path());
        }
        assertEquals(survey.facts().packages(), facts.packages());
        assertEquals("3.15.4", facts.attributes().get("release"));
        assertEquals(upstream.key().fingerprint(), facts.attributes().get("key.fingerprints"));
        assertEquals(
                survey.facts().attributes().get("index.date"),
                facts.attributes().get("index.date"));
        assertEquals(names(survey.facts()), names(facts));
    }

    @Test
    void anInspectedTreeWithADamagedIndexSaysSo() throws Exception {
        section("3.15.4/main/x86_64");
        VersionFacts facts = kind.inspect(dir.resolve("3.15.4"), new QuietJob());
        assertEquals("main/x86_64/APKINDEX.tar.gz", facts.attributes().get("damaged"));
    }

    @Test
    void theReleaseIsReadFromNamesWhereThereIsNoList() throws Exception {
        file("3.15.5/releases/x86_64/alpine-virt-3.15.4-x86_64.iso");
        file("3.15.5/releases/x86_64/alpine-virt-3.15.10-x86_64.iso");
        VersionFacts facts = kind.inspect(dir.resolve("3.15.5"), new QuietJob());
        assertEquals("3.15.10", facts.attributes().get("release"));
    }

    private static List<String> names(Recognition found) {
        return found.versions().stream().map(Recognition.FoundVersion::name).toList();
    }

    private static List<String> names(VersionFacts facts) {
        return facts.bootSet().stream().map(BootItem::name).toList();
    }

    private void section(String path) throws IOException {
        file(path + (path.contains("releases") ? "/latest-releases.yaml" : "/APKINDEX.tar.gz"));
    }

    private void file(String path) throws IOException {
        Files.createDirectories(dir.resolve(path).getParent());
        Files.createFile(dir.resolve(path));
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(dir.resolve(name), Path.of(target));
    }
}
