package io.tidemark.kind.alpine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.demo.AlpineRecipe;
import io.tidemark.demo.AlpineUpstream;
import io.tidemark.demo.SigningKey;
import io.tidemark.kind.Survey;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.BootRole;
import io.tidemark.model.PackageChange;
import io.tidemark.model.PackageInfo;
import io.tidemark.model.Policies;
import io.tidemark.model.Problem;
import io.tidemark.model.VersionFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyTest {

    private static final SigningKey KEY = SigningKey.of(1);

    @TempDir
    Path dir;

    private AlpineUpstream upstream;
    private Surveys surveys;

    @BeforeEach
    void makeUpstream() throws IOException {
        upstream = AlpineUpstream.create(dir.resolve("up"), AlpineRecipe.small(), KEY);
        surveys = new Surveys(dir.resolve("up"));
        surveys.keys = List.of(Surveys.pin(upstream.key()));
    }

    @Test
    void theVersionMadeFromASurveyIsTheUpstreamTree() throws Exception {
        Path version = dir.resolve("3.15.4");
        surveys.build(surveys.run(), version);
        assertEquals(tree(upstream.root().resolve("v3.15")), tree(version));
        assertTrue(Files.isSymbolicLink(version.resolve("releases/x86_64/netboot")));
    }

    @Test
    void overHttpTheNetbootLinkIsFoundAgain() throws Exception {
        surveys.source = new DirectorySource(upstream.root(), true, false);
        Path version = dir.resolve("3.15.4");
        surveys.build(surveys.run(), version);
        assertEquals(tree(upstream.root().resolve("v3.15")), tree(version));
    }

    @Test
    void anUnchangedUpstreamCostsAHandfulOfRequestsAndHasTheSameFingerprint() throws Exception {
        Survey first = surveys.run();
        surveys.source = new DirectorySource(upstream.root(), true, false);
        Survey again = surveys.run();
        assertEquals(first.fingerprint(), again.fingerprint());
        assertEquals(first.fingerprint(), first.facts().attributes().get("upstream.fingerprint"));
        assertTrue(surveys.source.requests() <= 10, surveys.source.requests() + " requests");
    }

    @Test
    void onlyWhatChangedHasANewIdentity() throws Exception {
        Map<String, String> before = identities(surveys.run());
        upstream.mutate(10);
        Survey after = surveys.run();
        Set<String> fetched = new TreeSet<>();
        identities(after).forEach((path, identity) -> {
            if (!identity.equals(before.get(path))) {
                fetched.add(path);
            }
        });
        assertTrue(fetched.contains("main/x86_64/APKINDEX.tar.gz"));
        assertFalse(fetched.contains("releases/x86_64/latest-releases.yaml"));
        assertTrue(fetched.size() > 9 && fetched.size() < 20, fetched.toString());
        assertNotEquals(surveys.run().fingerprint(), "");
    }

    @Test
    void indexesComeLastAndHoldTheBytesThatWereVerified() throws Exception {
        List<WantedFile> files = surveys.run().files();
        List<Integer> phases = files.stream().map(WantedFile::phase).toList();
        assertEquals(phases.stream().sorted().toList(), phases);
        for (WantedFile file : files) {
            boolean index =
                    file.path().endsWith("APKINDEX.tar.gz") || file.path().endsWith(".yaml");
            assertEquals(index, file.content().isPresent());
            if (index) {
                assertEquals(2, file.phase());
                assertArrayEquals(
                        Files.readAllBytes(upstream.root().resolve(file.location())),
                        file.content().get());
            }
        }
    }

    @Test
    void factsNameReleaseKeyDateAndBootSet() throws Exception {
        VersionFacts facts = surveys.run().facts();
        assertEquals("3.15.4", facts.attributes().get("release"));
        assertEquals("v3.15", facts.attributes().get("branch"));
        assertEquals(upstream.key().fingerprint(), facts.attributes().get("key.fingerprints"));
        assertEquals("2022-04-04T00:00:00Z", facts.attributes().get("index.date"));
        assertEquals(upstream.packages(), facts.packages().size());
        Set<BootRole> roles = facts.bootSet().stream().map(item -> item.role()).collect(Collectors.toSet());
        assertEquals(9, roles.size());
        assertTrue(facts.bootSet().stream().noneMatch(item -> item.digest().isEmpty()));
        assertEquals(
                "main/x86_64/APKINDEX.tar.gz", surveys.kind.probePath(facts).orElseThrow());
    }

    @Test
    void theNameComesFromTheReleaseThenTheDayThenANumber() throws Exception {
        Survey survey = surveys.run();
        LocalDate day = LocalDate.of(2022, 8, 2);
        Set<String> taken = new TreeSet<>();
        for (String expected : List.of("3.15.4", "3.15.4-20220802", "3.15.4-20220802.2", "3.15.4-20220802.3")) {
            assertEquals(expected, surveys.kind.suggestName(survey, taken::contains, day));
            taken.add(expected);
        }
        surveys.options.put("repos", List.of("main"));
        assertEquals("v3.15-20220802", surveys.kind.suggestName(surveys.run(), taken::contains, day));
    }

    @Test
    void flavoursChooseImagesAndNothingElse() throws Exception {
        surveys.options.put("flavors", List.of("virt,alpine-xen"));
        Set<String> files = paths(surveys.run());
        assertTrue(files.contains("releases/x86_64/alpine-virt-3.15.4-x86_64.iso"));
        assertTrue(files.contains("releases/x86_64/alpine-xen-3.15.4-x86_64.iso.sha512"));
        assertTrue(files.stream().noneMatch(path -> path.contains("standard") || path.contains("netboot")));
    }

    @Test
    void anUnknownFlavourIsNoticed() throws Exception {
        surveys.options.put("flavors", List.of("virt", "plan9"));
        assertTrue(
                surveys.run().notices().stream().anyMatch(n -> n.phrase().key().equals("notice.alpine.flavor")));
    }

    @Test
    void withoutListingsSumsAreStillFoundByName() throws Exception {
        surveys.source = new DirectorySource(upstream.root(), false, false);
        Survey survey = surveys.run();
        assertTrue(paths(survey).contains("releases/x86_64/alpine-virt-3.15.4-x86_64.iso.sha256"));
        assertTrue(survey.notices().stream().anyMatch(n -> n.phrase().key().equals("notice.alpine.listing")));
    }

    @Test
    void onlyTheNewestPointReleaseIsTaken() throws Exception {
        upstream.pointRelease();
        Survey survey = surveys.run();
        assertEquals("3.15.5", survey.facts().attributes().get("release"));
        assertTrue(paths(survey).stream().noneMatch(path -> path.contains("3.15.4") && path.contains("releases")));
    }

    @Test
    void droppedPackagesStayForOneVersionWhenGraceIsOn() throws Exception {
        surveys.policies = new Policies(0, 20, 0, true);
        Survey first = surveys.run();
        upstream.mutate(10);
        surveys.base = Optional.of(first.facts());
        Survey second = surveys.run();
        assertTrue(paths(second).containsAll(packagePaths(first)));
        assertEquals(paths(second).size() - packagePaths(first).size(), newPaths(first, second));
        upstream.mutate(10);
        surveys.base = Optional.of(second.facts());
        Survey third = surveys.run();
        assertTrue(paths(third).containsAll(packagePaths(second)));
        assertFalse(paths(third).containsAll(packagePaths(first)));
    }

    @Test
    void graceDoesNotMakeAnUnchangedUpstreamLookNew() throws Exception {
        Survey first = surveys.run();
        upstream.mutate(10);
        Survey without = surveys.run();
        surveys.policies = new Policies(0, 20, 0, true);
        surveys.base = Optional.of(first.facts());
        assertEquals(without.fingerprint(), surveys.run().fingerprint());
    }

    @Test
    void aWrongBranchIsNamed() {
        surveys.options.put("branch", List.of("v9.99"));
        Problem problem = surveys.refused();
        assertEquals("alpine.index.missing", problem.code());
        assertTrue(problem.args().get("object").endsWith("v9.99/main/x86_64/APKINDEX.tar.gz"));
    }

    @Test
    void aRepositoryOfVersionThreeIsCarriedUninspected() throws Exception {
        Path main = upstream.directory("main");
        try (Stream<Path> files = Files.list(main)) {
            for (Path file :
                    files.filter(each -> !each.toString().contains("musl")).toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(main.resolve("Packages.adb"), "ADBd index of version 3");
        surveys.options.put("repos", List.of("main"));
        Survey survey = surveys.run();
        assertTrue(paths(survey).contains("main/x86_64/Packages.adb"));
        assertTrue(paths(survey).contains("main/x86_64/musl-1.2.2-r7.apk"));
        assertEquals(
                "notice.alpine.uninspected.index",
                survey.notices().getFirst().phrase().key());
        surveys.build(survey, dir.resolve("v3"));
    }

    @Test
    void comparesTwoSurveysWithTheKernelFirst() throws Exception {
        VersionFacts before = surveys.run().facts();
        upstream.pointRelease();
        VersionFacts after = surveys.run().facts();
        List<PackageChange> changes = surveys.kind.comparePackages(before, after);
        assertEquals("linux-lts", changes.getFirst().name());
        assertEquals("5.15.41-r0", changes.getFirst().before());
        assertEquals("5.15.53-r0", changes.getFirst().after());
        assertEquals(PackageChange.Kind.UPGRADED, changes.getFirst().kind());
        List<String> boot = surveys.kind.compareBoot(before, after).stream()
                .map(change -> change.role() + " " + change.name() + " " + change.before() + " " + change.after())
                .toList();
        assertTrue(boot.contains("XEN xen-hypervisor 4.15.2-r1 4.15.3-r0"), boot.toString());
        assertTrue(boot.contains("KERNEL releases/x86_64/netboot/vmlinuz-lts 3.15.4 3.15.5"), boot.toString());
        List<String> advice = surveys.kind.advise(changes, surveys.kind.compareBoot(before, after)).stream()
                .map(notice -> notice.phrase().key())
                .toList();
        assertEquals(List.of("advice.alpine.restart", "advice.alpine.playbook", "advice.alpine.upgrade"), advice);
    }

    private static Map<String, String> identities(Survey survey) {
        Map<String, String> identities = new HashMap<>();
        survey.files().forEach(file -> identities.put(file.path(), file.identity()));
        return identities;
    }

    private static Set<String> paths(Survey survey) {
        return survey.files().stream().map(WantedFile::path).collect(Collectors.toSet());
    }

    private static Set<String> packagePaths(Survey survey) {
        return survey.facts().packages().stream().map(SurveyTest::path).collect(Collectors.toSet());
    }

    private static String path(PackageInfo each) {
        return each.section() + "/" + each.name() + "-" + each.version() + ".apk";
    }

    private static long newPaths(Survey before, Survey after) {
        Set<String> old = packagePaths(before);
        return paths(after).stream().filter(path -> !old.contains(path)).count();
    }

    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                String name = root.relativize(file).toString();
                if (Files.isSymbolicLink(file)) {
                    tree.put(name, "-> " + Files.readSymbolicLink(file));
                } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    tree.put(name, Digests.sha256(Files.readAllBytes(file)));
                }
            }
        }
        return tree;
    }
}
