package io.tidemark.kind.ostree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import io.tidemark.kind.RecipeReader.Draft;
import io.tidemark.model.Finding;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RecipeDifference;
import io.tidemark.model.Upstream;
import io.tidemark.program.RpmOstree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreefileTest {

    private static final String DEV = """
        {"ref": "kinoite/dev/x86_64", "repos": ["fedora", "updates"], "releasever": "41", "selinux": true,
         "packages": ["kernel systemd", "plasma-desktop", "htop"], "packages-x86_64": ["microcode_ctl"]}
        """;
    private static final String PROD = """
        ref: kinoite/prod/x86_64
        repos: [fedora, updates]
        releasever: "40"
        selinux: true
        packages:
          - kernel systemd
          - plasma-desktop
          - microcode_ctl
          - firefox
        """;

    @TempDir
    Path dir;

    @Test
    void jsonAndYamlAreReadAlikeAndCompared() throws Exception {
        RecipeDifference found =
                TreefileDifference.between(TreefileReader.read(PROD, true), TreefileReader.read(DEV, false));
        assertEquals(List.of("htop"), found.added());
        assertEquals(List.of("firefox"), found.removed());
        assertEquals(
                List.of(
                        new RecipeDifference.Changed("ref", "kinoite/prod/x86_64", "kinoite/dev/x86_64"),
                        new RecipeDifference.Changed("releasever", "40", "41")),
                found.changed());
        Files.writeString(dir.resolve("fedora.repo"), "[fedora]\nname=x\n[updates]\nenabled=1\n");
        assertEquals(List.of(), check("dev.json", DEV));
        assertEquals(List.of(), check("prod.yaml", PROD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|treefile.missing",
                "{'ref': 'a b', 'packages': ['x']}|treefile.ref",
                "{'ref': 'a', 'packages': 'x'}|treefile.type",
                "{'ref': 'a', 'packages': ['-rf']}|treefile.package",
                "{'ref': 'a', 'packages': ['x'], 'selinux': 'yes'}|treefile.type",
                "{'ref': 'a', 'packages': ['x'], 'exclude-packages': ['x']}|treefile.excluded"
            })
    void faultsAreFoundBeforeAnythingIsComposed(String text, String code) throws Exception {
        List<Finding> found = check("dev.json", text.replace('\'', '"'));
        assertTrue(found.getFirst().stops());
        assertEquals(code, found.getFirst().notice().phrase().key());
    }

    private List<Finding> check(String name, String text) {
        return TreefileCheck.of(new Draft(dir.resolve(name), text));
    }

    /** What is found and where: the line, then the column. */
    private List<String> places(String name, String text) {
        return check(name, text).stream()
                .map(each -> each.notice().phrase().key() + " " + each.line() + ":" + each.column())
                .toList();
    }

    @Test
    void whatATreefileIncludesIsJudgedWithItAsAWhole() throws Exception {
        Draft head = new Draft(dir.resolve("dev.yaml"), "include: [base.yaml, gone.yaml]\nselinux: true\n");
        Files.writeString(dir.resolve("base.yaml"), "ref: a/b\npackages: [kernel]\n");
        Path base = dir.resolve("base.yaml");
        assertEquals(List.of(base), new Treefiles(new RpmOstree("")).parts(head));
        assertEquals(List.of(), part(head, base, "ref: a/b\npackages: [vim]\n"));
        assertEquals(List.of("treefile.missing 0:0"), part(head, base, "packages: [vim]\n"));
        assertEquals(
                List.of("treefile.missing 0:0", "treefile.package 2:12"),
                part(head, base, "ref: a/b\npackages: [-vim]\n".replace("ref: a/b", "selinux: false")));
        assertEquals(
                List.of("treefile.include 1:10"), part(head, base, "include: none.yaml\nref: a/b\npackages: [vim]\n"));
        assertEquals(List.of("treefile.syntax 1:5"), part(head, base, "a: b: c"));
        Draft broken = new Draft(head.file(), "include: [");
        assertEquals(List.of(), part(broken, base, "selinux: true\n"));
    }

    private static List<String> part(Draft head, Path file, String text) {
        return TreefileCheck.of(head, new Draft(file, text)).stream()
                .map(each -> each.notice().phrase().key() + " " + each.line() + ":" + each.column())
                .toList();
    }

    @Test
    void eachFindingSaysWhereItStands() {
        String json = """
            {
              "ref": "a b",
              "packages": ["kernel", "htop",
                           "htop -rf"],
              "pakages": [],
              "exclude-packages": ["kernel"],
              "selinux": "yes"
            }
            """;
        List<String> expected = List.of(
                "treefile.ref 2:10",
                "treefile.excluded 3:16",
                "treefile.package 4:16",
                "treefile.type 7:14",
                "treefile.twice 4:16",
                "treefile.unknown 5:3");
        assertEquals(expected, places("dev.json", json));
        String yaml = """
            ref: a b
            packages:
              - kernel
              - htop
              - htop -rf
            pakages: []
            exclude-packages: [kernel]
            selinux: maybe
            """;
        assertEquals(
                List.of(
                        "treefile.ref 1:6",
                        "treefile.excluded 3:5",
                        "treefile.package 5:5",
                        "treefile.type 8:10",
                        "treefile.twice 5:5",
                        "treefile.unknown 6:1"),
                places("dev.yaml", yaml));
        assertEquals(List.of("treefile.syntax 3:3"), places("dev.json", "{\n  \"ref\": \"x\"\n  \"packages\": []}"));
        assertEquals(List.of("treefile.syntax 2:9"), places("dev.yml", "ref: [x\npackages: y\n"));
    }

    @Test
    void whatIsIncludedCountsAndIsFollowedFromItsOwnPlace() throws Exception {
        Files.createDirectories(dir.resolve("base"));
        Files.writeString(dir.resolve("base/all.yaml"), "ref: x/y\ninclude: more.yaml\n");
        Files.writeString(dir.resolve("base/more.yaml"), "packages: [kernel]\n");
        assertEquals(List.of(), check("dev.yaml", "include: base/all.yaml\n"));
        assertEquals(
                List.of("treefile.include 3:5", "treefile.include 4:5"),
                places("dev.yaml", "include:\n  - base/all.yaml\n  - none.yaml\n  - dev.yaml\n"));
        Draft elsewhere = new Draft(dir.resolve("dev.yaml"), "include: base/all.yaml\n");
        ProblemException refused =
                assertThrows(ProblemException.class, () -> new Treefiles(new RpmOstree("")).beside(elsewhere));
        assertEquals("treefile.elsewhere", refused.problem().code());
        Draft near = new Draft(dir.resolve("base/dev.yaml"), """
            include: all.yaml
            add-files: [[motd, /etc/motd]]
            check-passwd: {type: file, filename: passwd}
            """);
        Files.writeString(dir.resolve("base/fedora.repo"), "[fedora]\n");
        assertEquals(
                List.of("all.yaml", "fedora.repo", "more.yaml", "motd", "passwd"),
                new Treefiles(new RpmOstree("")).beside(near));
    }

    @Test
    void onlyWhatIsReadOnEveryMachineMustBeThereAndAtAnyDepth() throws Exception {
        Files.writeString(dir.resolve("base.yaml"), "ref: x/y\npackages: [kernel]\ninclude: gone.yaml\n");
        assertEquals(List.of("treefile.include 1:1"), places("dev.yaml", "include: base.yaml\n"));
        List<Finding> found = check("dev.yaml", """
            ref: x/y
            packages: [kernel, "'podman >= 4.1'", "'crun >= 1.0'"]
            default_target: graphical.target
            arch-include: {s390x: none.yaml}
            conditional-include: [{if: a == true, include: none.yml}]
            """);
        assertEquals(
                List.of("treefile.include", "treefile.include"),
                found.stream().map(each -> each.notice().phrase().key()).toList());
        assertTrue(found.stream().noneMatch(Finding::stops));
        assertEquals(List.of("podman >= 4.1"), Treefile.words(List.of("'podman >= 4.1'")));
    }

    @Test
    void productionNeverTakesOverTheRefOfDevelopment() throws Exception {
        Treefiles kind = new Treefiles(new RpmOstree(""));
        Draft own = new Draft(dir.resolve("prod.yaml"), "ref: k/prod\npackages: [kernel]\n");
        for (String text : List.of("include: base.yaml\n", "ref: \"k\\u002fdev\"\nunits: [k/dev.service]\n")) {
            Draft dev = new Draft(dir.resolve("dev.yaml"), text);
            ProblemException refused = assertThrows(ProblemException.class, () -> kind.takeOver(dev, own), text);
            assertEquals("treefile.own-ref", refused.problem().code());
        }
    }

    @Test
    void productionTakesOverEverythingButItsRef() throws Exception {
        Treefiles kind = new Treefiles(new RpmOstree(""));
        Draft dev = new Draft(dir.resolve("dev.json"), DEV);
        assertEquals(
                DEV.replace("kinoite/dev/", "kinoite/prod/"),
                kind.takeOver(dev, new Draft(dir.resolve("prod.yaml"), PROD)));
        Draft yaml = new Draft(dir.resolve("dev.yaml"), "# 𝄞 kinoite\n" + PROD);
        assertEquals(
                "# 𝄞 kinoite\n" + PROD.replace("kinoite/prod/", "kinoite/dev/"),
                kind.takeOver(
                        yaml, new Draft(dir.resolve("other.yaml"), PROD.replace("kinoite/prod/", "kinoite/dev/"))));
        ProblemException refused = assertThrows(
                ProblemException.class, () -> kind.takeOver(yaml, new Draft(dir.resolve("prod.json"), DEV)));
        assertEquals("treefile.formats", refused.problem().code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[1]", "{'a': 1, 'a': 2}", "{'a': ", "{} {}", "&a [*a, *a]"})
    void whatIsNoTreefileIsRefused(String text) {
        assertThrows(Malformed.class, () -> TreefileReader.read(text.replace('\'', '"'), false));
        assertThrows(Malformed.class, () -> TreefileReader.read("a: &x [1]\nb: [*x, *x]\na: 1", true));
    }

    @Test
    void deepNestingAndImpossibleNamesAreFindingsAndNoFailures() {
        StringBuilder deep = new StringBuilder("ref: a\npackages: [x]\nmetadata:\n");
        for (int i = 1; i < 1200; i++) {
            deep.append(" ".repeat(i)).append("- \n");
        }
        assertEquals(List.of("treefile.syntax 27:1"), places("dev.yaml", deep.toString()));
        assertEquals(List.of("treefile.syntax 1:26"), places("dev.json", "[".repeat(9000)));
        Malformed broken = assertThrows(Malformed.class, () -> TreefileReader.read("[".repeat(9000), false));
        assertFalse(broken.said().contains("Stream"), "no names of a library: " + broken.said());
        String impossible = "{\"include\": \"a\\u0000b\", \"ref\": \"a\", \"packages\": [\"x\"]}";
        assertEquals(List.of("treefile.include 1:13"), places("dev.json", impossible));
    }

    @Test
    void anUnreadableTreefileStopsOnlyWhatIsMadeOfIt() throws Exception {
        Path dev = Files.writeString(dir.resolve("dev.json"), "{\"ref\": \"a\", \"packages\": [\"x\"]}");
        Upstream upstream = new Upstream(
                "", Map.of("treefile", List.of(dev.toString()), "prod-treefile", List.of(dir + "/none.json")));
        assertEquals(
                List.of("treefile.unread"),
                TreefileRemarks.of(dir, OstreeOptions.of(upstream), true).stream()
                        .map(each -> each.phrase().key())
                        .toList());
        Files.delete(dev);
        assertEquals(
                List.of("treefile.unread.dev"),
                TreefileRemarks.of(dir, OstreeOptions.of(upstream), false).stream()
                        .map(each -> each.phrase().key())
                        .toList());
        assertThrows(ProblemException.class, () -> TreefileRemarks.of(dir, OstreeOptions.of(upstream), true));
    }

    @Test
    void rpmOstreeIsToldTheTreefileAndAnswersTheCommit() throws Exception {
        Path bin = Files.createDirectory(dir.resolve("bin"));
        Path program = Files.writeString(bin.resolve("rpm-ostree"), """
            #!/bin/sh
            [ "$1" = --version ] && exit 0
            printf '%%s\\n' "$@" >%s/words
            echo "kinoite/dev => %s"
            """.formatted(dir, "ab".repeat(32)));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        RpmOstree.Order order = new RpmOstree.Order(dir.resolve("t.json"), dir.resolve("r"), dir.resolve("c"), "41.1");
        Unwatched job = new Unwatched(new MachinePool());
        assertEquals(Optional.of("ab".repeat(32)), new RpmOstree(bin + ":/usr/bin:/bin").compose(order, job));
        assertEquals(
                List.of(
                        "compose",
                        "tree",
                        "--unified-core",
                        "--cachedir=" + dir.resolve("c"),
                        "--repo=" + dir.resolve("r"),
                        "--add-metadata-string=version=41.1",
                        dir.resolve("t.json").toString()),
                Files.readAllLines(dir.resolve("words")));
        ProblemException missing =
                assertThrows(ProblemException.class, () -> new RpmOstree(dir.toString()).compose(order, job));
        assertEquals("compose.missing", missing.problem().code());
    }
}
