package io.tidemark.kind.ostree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Severity;
import io.tidemark.program.RpmOstree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
        TreefileDifference found =
                TreefileDifference.between(TreefileReader.read(PROD, true), TreefileReader.read(DEV, false));
        assertEquals(List.of("htop"), found.added());
        assertEquals(List.of("firefox"), found.removed());
        assertEquals(
                List.of(
                        new TreefileDifference.Changed("ref", "kinoite/prod/x86_64", "kinoite/dev/x86_64"),
                        new TreefileDifference.Changed("releasever", "40", "41")),
                found.changed());
        assertEquals(List.of(), new TreefileCheck(TreefileReader.read(DEV, false)).run());
        assertEquals(List.of(), new TreefileCheck(TreefileReader.read(PROD, true)).run());
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
        List<Notice> found = new TreefileCheck(TreefileReader.read(text.replace('\'', '"'), false)).run();
        assertEquals(Severity.DANGER, found.getFirst().severity());
        assertEquals(code, found.getFirst().phrase().key());
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
