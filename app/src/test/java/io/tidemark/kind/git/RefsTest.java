package io.tidemark.kind.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.program.Git;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers offer and people type, before git sees it. */
class RefsTest {

    private static final String A = "a".repeat(40);
    private static final String B = "b".repeat(40);

    private static Refs offered(String answer) throws ProblemException {
        return Refs.offered(answer, new RefPatterns(RefPatterns.USUAL));
    }

    @Test
    void branchesTagsAndHeadAreTakenAndNothingElse() throws Exception {
        Refs refs = offered("ref: refs/heads/dev\tHEAD\n" + A + "\tHEAD\n" + A + "\trefs/heads/dev\n" + B
                + "\trefs/tags/v1\n" + A + "\trefs/tags/v1^{}\n" + B + "\trefs/pull/7/head\nrubbish\n");
        assertEquals(Optional.of("refs/heads/dev"), refs.head());
        assertEquals(
                List.of("refs/heads/dev", "refs/tags/v1"),
                List.copyOf(refs.ids().keySet()));
        String packed = new String(refs.packedFile(), StandardCharsets.ISO_8859_1);
        assertTrue(packed.endsWith(A + " refs/heads/dev\n" + B + " refs/tags/v1\n^" + A + "\n"), packed);
        assertEquals(
                A + "\trefs/heads/dev\n" + B + "\trefs/tags/v1\n" + A + "\trefs/tags/v1^{}\n",
                new String(refs.infoFile(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void aHeadThatNamesNothingGivesWayToTheUsualNames() throws Exception {
        assertEquals(
                Optional.of("refs/heads/master"),
                offered("ref: refs/heads/none\tHEAD\n" + A + "\trefs/heads/a\n" + A + "\trefs/heads/master\n")
                        .head());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refs/heads/../../x",
                "refs/heads/a b",
                "refs/heads/a\u0001",
                "refs/heads/.hidden",
                "refs/heads/a.lock",
                "refs/heads/x.lock/y",
                "refs/heads/a//b",
                "refs/heads/a@{1}",
                "refs/heads/a?",
                "refs/heads/end."
            })
    void namesThatGitRefusesAreRefused(String name) {
        ProblemException refused = assertThrows(ProblemException.class, () -> offered(A + "\t" + name + "\n"));
        assertEquals("git.ref", refused.problem().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--upload-pack=x", "ext::sh -c x", "fd::3", "ftp://h/x", "rsync://h/x", "", "a b", "-x:y"})
    void whatIsNoAddressIsRefusedBeforeGitSeesIt(String url) {
        ProblemException refused = assertThrows(
                ProblemException.class, () -> GitSource.open(new Git("/none"), url, TransferSettings.standard()));
        assertEquals("git.url", refused.problem().code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://h.example/a.git", "git@h.example:a/b.git", "ssh://u@h:2222/a", "git://h/a", "/srv/a.git"
            })
    void whatGitReadsIsTaken(String url) throws Exception {
        assertEquals(
                url,
                GitSource.open(new Git("/none"), url, TransferSettings.standard())
                        .root());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://me:secret@h/a.git", "ssh://me:secret@h/a", "http://:secret@h:8080/a"})
    void passwordsInAddressesAreRefusedAndNotRepeated(String url) {
        ProblemException refused = assertThrows(
                ProblemException.class, () -> GitSource.open(new Git("/none"), url, TransferSettings.standard()));
        assertEquals("upstream.password", refused.problem().code());
        assertFalse(refused.problem().toString().contains("secret"));
    }

    @Test
    void aMirrorClonedWithAPasswordIsTakenOverWithoutIt(@TempDir Path dir) throws Exception {
        for (String each : List.of("objects", "refs")) {
            Files.createDirectory(dir.resolve(each));
        }
        Files.writeString(dir.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(dir.resolve("config"), "[remote \"origin\"]\n\turl = https://me:secret@h.example/a.git\n");
        Recognition found = new Recogniser(dir).look().orElseThrow();
        assertEquals("https://me@h.example/a.git", found.upstream().url());
        assertEquals("notice.git.password", found.notices().getLast().phrase().key());
        assertFalse(found.toString().contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"heads/*", "refs/*/*", "refs/../x", "refs/a//b", "refs/a b"})
    void patternsThatGitWouldReadDifferentlyAreRefused(String pattern) {
        assertThrows(ProblemException.class, () -> RefPatterns.of(new Upstream("", Map.of("refs", List.of(pattern)))));
    }
}
