package io.tidemark.kind;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.job.JobContext;
import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import io.tidemark.model.Capability;
import io.tidemark.model.ClientLines;
import io.tidemark.model.KindInfo;
import io.tidemark.model.Names;
import io.tidemark.model.Phrase;
import io.tidemark.model.PinnedKey;
import io.tidemark.model.Policies;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.model.VersionFacts;
import io.tidemark.source.Source;
import io.tidemark.source.UrlSources;
import io.tidemark.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine relies on in every kind; each kind runs it over an upstream of its own. */
public abstract class KindContract {

    private static final LocalDate TODAY = LocalDate.of(2022, 8, 2);

    @TempDir
    protected Path dir;

    private final MachinePool cpu = new MachinePool();
    private final JobContext job = new Unwatched(cpu);
    private RepositoryKind kind;
    private Upstream upstream;

    /** The kind. */
    protected abstract RepositoryKind kind();

    /** Makes an upstream below {@link #dir}. */
    protected abstract Upstream make() throws Exception;

    /** Moves the upstream on. */
    protected abstract void move() throws Exception;

    /** Keys that its indexes are signed with. */
    protected List<PinnedKey> keys() {
        return List.of();
    }

    @BeforeEach
    void open() throws Exception {
        kind = kind();
        upstream = kind.complete(make());
    }

    @AfterEach
    void close() {
        cpu.close();
    }

    @Test
    void clientsAreToldSomethingBeforeThereIsAVersion() {
        List<ClientLines> lines = kind.clientLines(new ServedRepository(
                "one", "https://m.example/one", "rsync://m.example/one", List.of("live"), List.of(), Optional.empty()));
        assertFalse(lines.isEmpty());
        lines.forEach(each -> assertFalse(each.lines().isEmpty(), each.client()));
    }

    @Test
    void tellsWhatItNeedsInBothLanguages() {
        KindInfo info = kind.info();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Texts texts = new Texts(locale);
            assertTrue(texts.has(info.title().key()));
            for (KindInfo.Option option : info.options()) {
                assertTrue(
                        texts.has(option.label().key())
                                && texts.has(option.help().key()),
                        option.name());
                assertTrue(option.name().matches("[a-z][a-z-]*"));
            }
        }
    }

    @Test
    void completingTwiceChangesNothing() throws Exception {
        assertEquals(upstream, kind.complete(upstream));
    }

    @Test
    void twoLooksAtARestingUpstreamAgreeAndAMovedOneDiffers() throws Exception {
        Survey first = survey(Optional.empty());
        assertEquals(first.fingerprint(), survey(Optional.empty()).fingerprint());
        assertEquals(identities(first), identities(survey(Optional.of(first.facts()))));
        move();
        assertNotEquals(first.fingerprint(), survey(Optional.empty()).fingerprint());
    }

    @Test
    void wantsFilesThatStayInsideEachOnceIndexesLast() throws Exception {
        Set<String> seen = new HashSet<>();
        int phase = Integer.MIN_VALUE;
        for (WantedFile file : survey(Optional.empty()).files()) {
            assertTrue(seen.add(file.path()), file.path());
            assertFalse(List.of(file.path().split("/", -1)).stream().anyMatch(Set.of("", ".", "..")::contains));
            assertTrue(file.phase() >= phase, file.path());
            phase = file.phase();
        }
        assertFalse(seen.isEmpty());
    }

    @Test
    void everyFileAsServedPassesItsCheckAndMoreOrLessDoesNot() throws Exception {
        try (Source source = source()) {
            for (WantedFile file : survey(Optional.empty()).files()) {
                if (file.linkTarget().isEmpty()) {
                    byte[] bytes = file.content().isPresent()
                            ? file.content().get()
                            : source.read(file.location(), 1 << 26, job);
                    assertDoesNotThrow(() -> check(file, bytes, bytes.length), file.path());
                    if (file.size() > 0) {
                        assertThrows(ProblemException.class, () -> check(file, bytes, bytes.length - 1), file.path());
                    }
                }
            }
        }
    }

    @Test
    void suggestsNamesThatAreFreeAndCanBeTyped() throws Exception {
        Survey survey = survey(Optional.empty());
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            String name = kind.suggestName(survey, taken::contains, TODAY);
            assertTrue(Names.validVersion(name), name);
            assertTrue(taken.add(name), name);
        }
    }

    @Test
    void aVersionEqualsItselfAndHasNothingToAdvise() throws Exception {
        VersionFacts facts = survey(Optional.empty()).facts();
        assertEquals(List.of(), kind.comparePackages(facts, facts));
        assertEquals(List.of(), kind.compareBoot(facts, facts));
        assertEquals(List.of(), kind.advise(List.of(), List.of()));
    }

    @Test
    void readsFromATreeWhatItWouldHaveSurveyed() throws Exception {
        Survey survey = survey(Optional.empty());
        Path tree = build(survey);
        VersionFacts facts = kind.inspect(tree, job);
        assertEquals(survey.facts().packages(), facts.packages());
        Map<String, String> found = new HashMap<>();
        kind.identities(tree, facts, found::put);
        Map<String, String> wanted = identities(survey);
        found.forEach((path, identity) -> assertEquals(wanted.get(path), identity, path));
        assertFalse(found.isEmpty());
    }

    @Test
    void theProbePathIsAFileOfTheVersion() throws Exception {
        Survey survey = survey(Optional.empty());
        Optional<String> probe = kind.probePath(survey.facts());
        probe.ifPresent(path ->
                assertTrue(survey.files().stream().anyMatch(file -> file.path().equals(path)), path));
    }

    @Test
    void anEmptyDirectoryIsNothingItKnows() throws Exception {
        assertEquals(
                Optional.empty(),
                kind.recognise(Files.createDirectory(dir.resolve("empty"))).filter(found -> found.score() > 0));
    }

    @Test
    void gatesAndRemarksHaveTexts() throws Exception {
        Survey survey = survey(Optional.of(survey(Optional.empty()).facts()));
        Texts texts = new Texts(Locale.FRENCH);
        survey.gates().forEach(gate -> assertTrue(texts.has(gate.phrase().key()), gate::toString));
        survey.notices().forEach(notice -> said(texts, notice.phrase()));
    }

    @Test
    void aSignedKindRefusesKeysThatNobodyTrusts() throws Exception {
        if (kind.info().capabilities().contains(Capability.SIGNED)) {
            ProblemException refused = assertThrows(ProblemException.class, () -> survey(Optional.empty(), List.of()));
            assertEquals(3, refused.problem().category().exitCode());
            assertFalse(refused.problem().args().get("fingerprint").isEmpty());
        }
    }

    private static void said(Texts texts, Phrase phrase) {
        assertTrue(texts.has(phrase.key()), phrase::toString);
    }

    private Path build(Survey survey) throws Exception {
        Path tree = dir.resolve("tree");
        try (Source source = source()) {
            for (WantedFile file : survey.files()) {
                Path path = tree.resolve(file.path());
                Files.createDirectories(path.getParent());
                if (file.linkTarget().isPresent()) {
                    Files.createSymbolicLink(path, Path.of(file.linkTarget().get()));
                } else {
                    Files.write(
                            path,
                            file.content().isPresent()
                                    ? file.content().get()
                                    : source.read(file.location(), 1 << 26, job));
                    if (file.modified().isPresent()) {
                        Files.setLastModifiedTime(
                                path,
                                java.nio.file.attribute.FileTime.from(
                                        file.modified().get()));
                    }
                }
            }
        }
        return tree;
    }

    private void check(WantedFile file, byte[] bytes, int length) throws ProblemException {
        ContentCheck check = kind.check(file);
        int half = length / 2;
        check.update(bytes, 0, half);
        check.update(bytes, half, length - half);
        check.finish();
    }

    private static Map<String, String> identities(Survey survey) {
        Map<String, String> identities = new HashMap<>();
        survey.files().forEach(file -> identities.put(file.path(), file.identity()));
        return identities;
    }

    private Survey survey(Optional<VersionFacts> base) throws ProblemException, InterruptedException {
        return survey(base, keys());
    }

    private Survey survey(Optional<VersionFacts> base, List<PinnedKey> trusted)
            throws ProblemException, InterruptedException {
        RepositoryConfig config = new RepositoryConfig(
                RepositoryConfig.FORMAT,
                "0".repeat(32),
                "contract",
                kind.info().id(),
                upstream,
                TransferSettings.standard(),
                Policies.standard(),
                List.of(),
                trusted,
                Map.of());
        try (Source source = source()) {
            return kind.survey(new SurveyRequest(config, source, base, Optional.empty(), List.of(), Set.of()), job);
        }
    }

    private Source source() throws ProblemException {
        return kind.source(upstream.url(), TransferSettings.standard(), new UrlSources());
    }
}
