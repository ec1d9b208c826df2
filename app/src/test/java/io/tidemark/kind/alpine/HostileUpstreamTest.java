package io.tidemark.kind.alpine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.demo.AlpineRecipe;
import io.tidemark.demo.AlpineTampering;
import io.tidemark.demo.AlpineUpstream;
import io.tidemark.demo.SigningKey;
import io.tidemark.kind.Survey;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Gate;
import io.tidemark.model.Policies;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileUpstreamTest {

    private static final SigningKey KEY = SigningKey.of(1);

    @TempDir
    Path dir;

    private AlpineUpstream upstream;
    private AlpineTampering tampering;
    private Surveys surveys;

    @BeforeEach
    void makeUpstream() throws IOException {
        upstream = AlpineUpstream.create(dir, AlpineRecipe.small().withPackages(60), KEY);
        tampering = new AlpineTampering(upstream);
        surveys = new Surveys(dir);
        surveys.keys = List.of(Surveys.pin(upstream.key()));
    }

    @Test
    void theFirstUnknownKeyIsRefusedWithItsFingerprintAndTakenWhenNamed() throws Exception {
        surveys.keys = List.of();
        Problem problem = surveys.refused();
        assertEquals("alpine.key.unknown", problem.code());
        assertEquals(Problem.Category.REFUSED, problem.category());
        assertEquals(upstream.key().fingerprint(), problem.args().get("fingerprint"));
        assertEquals(upstream.key().name(), problem.args().get("name"));
        surveys.trust = List.of(problem.args().get("fingerprint"));
        assertEquals(List.of(Surveys.pin(upstream.key())), surveys.run().newKeys());
        surveys.trust = List.of(problem.args().get("fingerprint").substring(7).toUpperCase(java.util.Locale.ROOT));
        assertEquals(1, surveys.run().newKeys().size());
    }

    @Test
    void aKeyThatOnlyThePackageOfKeysHasIsFoundToo() throws Exception {
        surveys.keys = List.of();
        Files.delete(dir.resolve("keys").resolve(upstream.key().name()));
        assertEquals(upstream.key().fingerprint(), surveys.refused().args().get("fingerprint"));
    }

    @Test
    void anotherFingerprintThanTheTrustedOneIsStillUnknown() {
        surveys.keys = List.of();
        surveys.trust = List.of("SHA256:" + "00".repeat(32));
        assertEquals("alpine.key.unknown", surveys.refused().code());
    }

    @Test
    void aKeyThatCannotBeFoundIsMissing() throws Exception {
        SigningKey stranger = tampering.signWithUnknownKey("main");
        Files.delete(dir.resolve("keys").resolve(stranger.name()));
        Problem problem = surveys.refused();
        assertEquals("alpine.key.missing", problem.code());
        assertEquals(stranger.name(), problem.args().get("name"));
    }

    @Test
    void anIndexByAnUnknownKeyIsRefusedBesideAPinnedOne() throws Exception {
        SigningKey stranger = tampering.signWithUnknownKey("community");
        Problem problem = surveys.refused();
        assertEquals("alpine.key.unknown", problem.code());
        assertEquals(stranger.fingerprint(), problem.args().get("fingerprint"));
    }

    @Test
    void anotherKeyThanBeforeClosesAGateThatANameOrAFingerprintOpens() throws Exception {
        surveys.base = Optional.of(surveys.run().facts());
        SigningKey stranger = tampering.signWithUnknownKey("main");
        Gate closed = Surveys.gate(surveys.run(), "key-changed");
        assertFalse(closed.open());
        assertEquals(stranger.fingerprint(), closed.phrase().args().get("fingerprint"));
        assertTrue(closed.override().isPresent());
        assertEquals(List.of(), surveys.run().newKeys());
        surveys.overrides = Set.of("key-changed");
        assertTrue(Surveys.gate(surveys.run(), "key-changed").open());
        assertEquals(List.of(Surveys.pin(stranger)), surveys.run().newKeys());
        surveys.overrides = Set.of();
        surveys.trust = List.of(stranger.fingerprint());
        assertTrue(Surveys.gate(surveys.run(), "key-changed").open());
    }

    @Test
    void anotherKeyUnderTheSameNameClosesTheGate() throws Exception {
        surveys.base = Optional.of(surveys.run().facts());
        SigningKey stranger = tampering.signWithKeyOfSameName("main");
        Gate gate = Surveys.gate(surveys.run(), "key-changed");
        assertFalse(gate.open());
        assertEquals(upstream.key().name(), gate.phrase().args().get("name"));
        assertEquals(stranger.fingerprint(), gate.phrase().args().get("fingerprint"));
    }

    @Test
    void everyKnownAlgorithmVerifiesAndAWeakerOneClosesTheGate() throws Exception {
        for (String algorithm : List.of("RSA", "RSA256", "RSA512")) {
            tampering.signWith("main", algorithm);
            tampering.signWith("community", algorithm);
            Survey survey = surveys.run();
            assertEquals(algorithm, survey.facts().attributes().get("key.algorithm"));
            assertTrue(survey.gates().stream().allMatch(Gate::open));
            surveys.base = Optional.of(survey.facts());
        }
        tampering.signWith("main", "RSA");
        Gate gate = Surveys.gate(surveys.run(), "key-changed");
        assertFalse(gate.open());
        assertEquals("gate.alpine.key.weaker", gate.phrase().key());
    }

    @Test
    void aChangedIndexUnderTheOldSignatureIsRefused() throws Exception {
        Path index = upstream.directory("main").resolve("APKINDEX.tar.gz");
        Path other = upstream.directory("community").resolve("APKINDEX.tar.gz");
        byte[] ours = Files.readAllBytes(index);
        byte[] theirs = Files.readAllBytes(other);
        int from = Gunzip.members(ours, 1 << 24).getFirst().end();
        int otherFrom = Gunzip.members(theirs, 1 << 24).getFirst().end();
        byte[] mixed = PackageCheckTest.join(
                java.util.Arrays.copyOf(ours, from), java.util.Arrays.copyOfRange(theirs, otherFrom, theirs.length));
        tampering.replaceIndex("main", mixed);
        assertEquals("alpine.index.signature", surveys.refused().code());
    }

    @Test
    void anUnsignedIndexIsRefused() throws Exception {
        tampering.unsign("main");
        assertEquals("alpine.index.unsigned", surveys.refused().code());
    }

    @Test
    void everyFlippedBitOfAnIndexIsRefused() throws Exception {
        SplittableRandom random = new SplittableRandom(3);
        byte[] intact = Files.readAllBytes(upstream.directory("main").resolve("APKINDEX.tar.gz"));
        surveys.options.put("repos", List.of("main"));
        int signature = Gunzip.members(intact, 1 << 24).getFirst().end();
        for (int i = 0; i < 60; i++) {
            byte[] flipped = intact.clone();
            flipped[signature + random.nextInt(intact.length - signature)] ^= (byte) (1 << random.nextInt(8));
            tampering.replaceIndex("main", flipped);
            Problem problem = surveys.refused();
            assertEquals(Problem.Category.REFUSED, problem.category());
            assertTrue(problem.args().get("object").endsWith("v3.15/main/x86_64/APKINDEX.tar.gz"));
        }
    }

    @Test
    void anyTruncationOfAnIndexIsRefused() throws Exception {
        byte[] intact = Files.readAllBytes(upstream.directory("main").resolve("APKINDEX.tar.gz"));
        surveys.options.put("repos", List.of("main"));
        for (int length = 0; length < intact.length; length += 97) {
            tampering.replaceIndex("main", java.util.Arrays.copyOf(intact, length));
            assertEquals(Problem.Category.REFUSED, surveys.refused().category());
        }
    }

    @Test
    void namesThatClimbOutAreRefused() throws Exception {
        tampering.addTraversal("main");
        Problem problem = surveys.refused();
        assertEquals("alpine.index.name", problem.code());
        assertTrue(problem.args().get("found").contains("../../../etc/evil"));
    }

    @Test
    void aPackageListedTwiceIsRefused() throws Exception {
        tampering.addDuplicate("main");
        assertEquals("alpine.index.duplicate", surveys.refused().code());
    }

    @Test
    void anIndexThatUnpacksWithoutEndIsRefused() throws Exception {
        tampering.bomb("main", 100);
        Path index = upstream.directory("main").resolve("APKINDEX.tar.gz");
        assertTrue(Files.size(index) < 2_000_000);
        assertEquals("alpine.index.bounds", surveys.refused().code());
    }

    @Test
    void anOlderIndexClosesAGateThatItsNameOpens() throws Exception {
        upstream.mutate(10);
        surveys.base = Optional.of(surveys.run().facts());
        tampering.replayOlderIndex();
        Survey replayed = surveys.run();
        Gate gate = Surveys.gate(replayed, "older");
        assertFalse(gate.open());
        assertEquals("gate.alpine.older.index", gate.phrase().key());
        surveys.overrides = Set.of("older");
        assertTrue(Surveys.gate(surveys.run(), "older").open());
    }

    @Test
    void oneOldIndexBesideANewOneClosesTheGateToo() throws Exception {
        upstream.mutate(10);
        surveys.base = Optional.of(surveys.run().facts());
        byte[] newer = Files.readAllBytes(upstream.directory("main").resolve("APKINDEX.tar.gz"));
        tampering.replayOlderIndex();
        tampering.replaceIndex("main", newer);
        Gate gate = Surveys.gate(surveys.run(), "older");
        assertFalse(gate.open());
        assertEquals("community/x86_64", gate.phrase().args().get("object"));
    }

    @Test
    void anOlderReleaseClosesTheGate() throws Exception {
        Path list = upstream.directory("releases").resolve("latest-releases.yaml");
        byte[] old = Files.readAllBytes(list);
        upstream.pointRelease();
        surveys.base = Optional.of(surveys.run().facts());
        Files.write(list, old);
        assertEquals(
                "gate.alpine.older.release",
                Surveys.gate(surveys.run(), "older").phrase().key());
    }

    @Test
    void aShrunkenUpstreamClosesAGateBeyondTheLimit() throws Exception {
        surveys.base = Optional.of(surveys.run().facts());
        upstream.shrink(15);
        assertTrue(Surveys.gate(surveys.run(), "shrank").open());
        upstream.shrink(15);
        Gate gate = Surveys.gate(surveys.run(), "shrank");
        assertFalse(gate.open());
        surveys.policies = new Policies(0, 40, 0, false);
        assertTrue(Surveys.gate(surveys.run(), "shrank").open());
    }

    @Test
    void lostBootFilesCloseTheGateWhateverTheLimit() throws Exception {
        surveys.base = Optional.of(surveys.run().facts());
        surveys.source = new DirectorySource(dir, false, false);
        Gate gate = Surveys.gate(surveys.run(), "shrank");
        assertFalse(gate.open());
        assertEquals("gate.alpine.shrank.boot", gate.phrase().key());
        surveys.options.put("flavors", List.of("virt"));
        assertTrue(Surveys.gate(surveys.run(), "shrank").open());
    }

    @Test
    void aFrozenUpstreamClosesAGateWhenAskedTo() throws Exception {
        assertTrue(surveys.run().gates().isEmpty());
        surveys.policies = new Policies(0, 20, 119, false);
        assertFalse(Surveys.gate(surveys.run(), "stale").open());
        surveys.policies = new Policies(0, 20, 120, false);
        assertTrue(Surveys.gate(surveys.run(), "stale").open());
    }

    @Test
    void aPackageOfAnotherSizeOrContentIsRefusedWithWhatWasExpected() throws Exception {
        Survey survey = surveys.run();
        tampering.lieAboutSize("main", "busybox");
        tampering.corrupt("main", "musl");
        tampering.truncate("main", "zlib");
        assertEquals("upstream.size", checked(survey, "/busybox-1.34.1-r5.apk").code());
        assertEquals("upstream.content", checked(survey, "/musl-1.2.2-r7.apk").code());
        assertEquals("upstream.content", checked(survey, "/zlib-1.2.12-r1.apk").code());
    }

    @Test
    void aReleaseFileOfOtherContentIsRefused() throws Exception {
        Survey survey = surveys.run();
        tampering.corruptRelease("alpine-xen-3.15.4-x86_64.iso");
        Problem problem = checked(survey, "alpine-xen-3.15.4-x86_64.iso");
        assertEquals("upstream.content", problem.code());
        assertTrue(problem.args().get("expected").startsWith("SHA-256 "));
        Path sums = upstream.directory("releases").resolve("alpine-xen-3.15.4-x86_64.iso.sha256");
        Files.writeString(sums, "0".repeat(64) + "  alpine-xen-3.15.4-x86_64.iso\n");
        assertEquals(
                "upstream.content",
                checked(survey, "alpine-xen-3.15.4-x86_64.iso.sha256").code());
        Path signature = upstream.directory("releases").resolve("alpine-xen-3.15.4-x86_64.iso.asc");
        Files.writeString(signature, "<html>Please log in</html>");
        assertEquals(
                "upstream.content",
                checked(survey, "alpine-xen-3.15.4-x86_64.iso.asc").code());
    }

    @Test
    void aListOfReleasesThatNamesAPathIsRefused() throws Exception {
        Path list = upstream.directory("releases").resolve("latest-releases.yaml");
        Files.writeString(list, "- {version: 3.15.4, file: ../../etc/passwd}");
        Problem problem = surveys.refused();
        assertEquals("alpine.releases.name", problem.code());
        assertEquals(Problem.Category.REFUSED, problem.category());
    }

    @Test
    void anEndlessIndexIsRefusedByItsSize() throws Exception {
        tampering.replaceIndex("main", new byte[SignedIndex.LARGEST_FILE + 1]);
        assertEquals("upstream.size", surveys.refused().code());
    }

    private Problem checked(Survey survey, String end) {
        WantedFile wanted = Surveys.named(survey, end);
        return assertThrows(ProblemException.class, () -> surveys.check(wanted, 8192))
                .problem();
    }
}
