package io.tidemark.kind.ostree;

import static io.tidemark.kind.ostree.Yard.JOB;
import static io.tidemark.kind.ostree.Yard.OSTREE;
import static io.tidemark.kind.ostree.Yard.REF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.FileChange;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ProblemException;
import io.tidemark.program.OstreeUpkeep;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read here is what the real program says. */
@NeedsProgram("ostree")
class ReadersTest {

    /** Made once: every test has a copy. */
    @TempDir
    static Path made;

    private static Checksum first;
    private static Checksum second;

    @TempDir
    Path dir;

    private Path repository;

    @BeforeAll
    static void commitTwice() throws Exception {
        Yard yard = new Yard(made);
        Path repository = yard.repository("dev");
        Path tree = yard.system("tree", "1");
        first = yard.commit(repository, REF, tree, "41.1");
        yard.system("tree", "2");
        Files.delete(tree.resolve("usr/bin/hello"));
        Files.createDirectories(tree.resolve("usr/new/deep"));
        Files.writeString(tree.resolve("usr/new/deep/file"), "new");
        Files.delete(tree.resolve("etc/empty"));
        second = yard.commit(repository, REF, tree, "41.2");
    }

    @BeforeEach
    void copy() throws Exception {
        repository = dir.resolve("dev");
        Trees.copy(made.resolve("dev"), repository);
    }

    private OpenRepository open() throws ProblemException {
        return OpenRepository.at(repository).orElseThrow();
    }

    @Test
    void historyIsThatOfTheLog() throws Exception {
        DateTimeFormatter form =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss +0000").withZone(ZoneOffset.UTC);
        StringBuilder said = new StringBuilder();
        for (Commit each : open().history(second, 100).commits()) {
            said.append("commit ").append(each.id()).append('\n');
            each.content()
                    .parent()
                    .ifPresent(id -> said.append("Parent:  ").append(id).append('\n'));
            said.append("ContentChecksum:  ").append(each.contentChecksum()).append('\n');
            said.append("Date:  ").append(form.format(each.content().time())).append('\n');
            said.append("Version: ").append(each.version()).append("\n\n");
            said.append("    ").append(each.content().subject()).append("\n\n    ");
            said.append(each.content().body().replace("\n", "\n    ")).append("\n\n");
        }
        assertEquals(OSTREE.content(repository).log(REF, JOB), said.toString());
    }

    @Test
    void aHistoryThatWasNotFetchedEndsWithWord() throws Exception {
        Path copy = new Yard(dir).repository("copy");
        OSTREE.content(copy).pullLocal(repository, List.of(second.hex()), 0, JOB);
        OpenRepository.History history = OpenRepository.at(copy).orElseThrow().history(second, 100);
        assertEquals(List.of(second), history.commits().stream().map(Commit::id).toList());
        assertTrue(history.beyond());
    }

    @Test
    void entriesAreThoseOfTheListing() throws Exception {
        Commit commit = open().objects().commit(second);
        List<String> lines = new ArrayList<>();
        lines.add(directory("/", commit.content().tree(), commit.content().meta()));
        list("", commit.content().tree(), lines);
        assertEquals(
                OSTREE.content(repository).list(REF, JOB).lines().sorted().toList(),
                lines.stream().sorted().toList());
    }

    private void list(String path, Checksum tree, List<String> lines) throws Exception {
        DirTree content = open().objects().tree(tree);
        for (DirTree.Entry each : content.files()) {
            FileHead head = open().objects().head(each.object());
            boolean link = head.type() == ManifestEntry.Type.SYMLINK;
            lines.add("%s%05o %d %d %6d %s %s/%s%s"
                    .formatted(
                            link ? "l" : "-",
                            head.mode() & 0xfff,
                            head.uid(),
                            head.gid(),
                            head.size(),
                            each.object(),
                            path,
                            each.name(),
                            link ? " -> " + head.target() : ""));
        }
        for (DirTree.Entry each : content.directories()) {
            lines.add(directory(path + "/" + each.name(), each.object(), each.meta()));
            list(path + "/" + each.name(), each.object(), lines);
        }
    }

    private String directory(String path, Checksum tree, Checksum meta) throws Exception {
        DirMeta owner = open().objects().meta(meta);
        return "d%05o %d %d %6d %s %s %s"
                .formatted(owner.mode() & 0xfff, owner.uid(), owner.gid(), 0, tree, meta, path);
    }

    @Test
    void differencesAreThoseOfTheProgram() throws Exception {
        Objects objects = open().objects();
        List<FileChange> changes =
                new TreeComparison(objects, objects, JOB).of(objects.commit(first), objects.commit(second));
        List<String> told = changes.stream()
                .map(each -> letter(each.kind()) + "    /" + each.path())
                .sorted()
                .toList();
        List<String> said = OSTREE.content(repository)
                .diff(first.hex(), second.hex(), JOB)
                .lines()
                .sorted()
                .toList();
        assertEquals(said, told);
        assertTrue(changes.stream().anyMatch(each -> each.path().equals("usr/lib/os-release") && each.newSize() == 10));
        assertEquals(
                List.of(),
                new TreeComparison(objects, objects, JOB).of(objects.commit(second), objects.commit(second)));
    }

    private static String letter(FileChange.Kind kind) {
        return kind == FileChange.Kind.CHANGED
                ? "M"
                : kind.name().substring(0, 1).replace('R', 'D');
    }

    @Test
    void aCommitTakesWhatItsObjectsTakeOnce() throws Exception {
        TreeSize.Total total = new TreeSize(open().objects(), JOB)
                .of(open().objects().commit(first).content().tree());
        long bytes = 0;
        Path only = new Yard(dir).repository("only");
        OSTREE.content(only).pullLocal(repository, List.of(first.hex()), 0, JOB);
        try (Stream<Path> files = Files.walk(only.resolve("objects"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".filez")).toList()) {
                bytes += Files.size(file);
            }
        }
        assertEquals(new TreeSize.Total(4, 9, bytes), total, "two files of five are one object");
    }

    @Test
    void refsAliasesSummaryAndDeltasAreRead() throws Exception {
        OSTREE.refs(repository).set("other", first.hex(), JOB);
        Files.createSymbolicLink(repository.resolve("refs/heads/latest"), Path.of(REF));
        OSTREE.upkeep(repository).makeDelta(new OstreeUpkeep.Delta(Optional.of(first.hex()), second.hex()), JOB);
        OSTREE.upkeep(repository).makeDelta(new OstreeUpkeep.Delta(Optional.empty(), second.hex()), JOB);
        OSTREE.refs(repository).summarise(Optional.empty(), JOB);
        assertEquals(
                List.of(
                        new Ref(REF, second, Optional.empty()),
                        new Ref("latest", second, Optional.of(REF)),
                        new Ref("other", first, Optional.empty())),
                open().refs());
        assertTrue(open().summary().orElseThrow().tells(REF, second));
        assertFalse(open().summary().orElseThrow().tells("other", second));
        assertEquals(
                OSTREE.upkeep(repository).deltas(JOB).stream()
                        .map(each -> each.from().orElse("") + each.to())
                        .sorted()
                        .toList(),
                new StaticDeltas(repository)
                        .read().stream()
                                .map(each -> each.from().map(Checksum::hex).orElse("") + each.to())
                                .sorted()
                                .toList());
        assertEquals("archive", open().settings().mode());
    }

    @Test
    void anObjectWithAnotherContentIsRefused() throws Exception {
        Path commit = open().objects().path(second, ObjectType.COMMIT);
        byte[] bytes = Files.readAllBytes(commit);
        bytes[bytes.length / 2] ^= 1;
        Files.delete(commit);
        Files.write(commit, bytes);
        ProblemException refused =
                assertThrows(ProblemException.class, () -> open().objects().commit(second));
        assertEquals("ostree.damaged", refused.problem().code());
    }
}
