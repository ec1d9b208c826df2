package io.tidemark.kind.alpine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.demo.AlpineRecipe;
import io.tidemark.demo.AlpineUpstream;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of damaged packages: what apk refuses is refused, what apk takes is taken. */
class PackageCheckTest {

    @TempDir
    static Path dir;

    private static Surveys surveys;
    private static WantedFile wanted;
    private static byte[] intact;
    private static List<Gunzip.Member> members;

    @BeforeAll
    static void makePackage() throws Exception {
        AlpineUpstream upstream = AlpineUpstream.create(dir, AlpineRecipe.small());
        surveys = new Surveys(dir);
        surveys.keys = List.of(Surveys.pin(upstream.key()));
        wanted = Surveys.named(surveys.run(), "/musl-1.2.2-r7.apk");
        intact = Files.readAllBytes(dir.resolve(wanted.location()));
        members = Gunzip.members(intact, 1 << 24);
        assertEquals(3, members.size());
    }

    @Test
    void anIntactPackagePassesHoweverItIsCut() {
        for (int piece : new int[] {1, 2, 3, 7, 100, 511, 4096, 1 << 20}) {
            assertDoesNotThrow(() -> surveys.check(wanted, intact, piece));
        }
    }

    @Test
    void aRecompressedSignatureIsNoDamage() throws Exception {
        byte[] other = join(gzip(members.get(0).plain()), raw(1), raw(2));
        surveys.check(sized(other.length), other, 100);
    }

    @Test
    void aMissingSignatureIsVouchedForByTheSignedIndex() throws Exception {
        byte[] other = join(raw(1), raw(2));
        surveys.check(sized(other.length), other, 100);
    }

    @Test
    void aRecompressedControlMemberIsRefused() throws Exception {
        byte[] other = join(raw(0), gzip(members.get(1).plain()), raw(2));
        assertEquals("upstream.content", refusal(sized(other.length), other).code());
    }

    @Test
    void recompressedDataIsRefused() throws Exception {
        byte[] other = join(raw(0), raw(1), gzip(members.get(2).plain()));
        Problem problem = refusal(sized(other.length), other);
        assertEquals("upstream.content", problem.code());
        assertTrue(problem.args().get("expected").startsWith("datahash "));
        assertEquals(wanted.path(), problem.args().get("object"));
    }

    @Test
    void oneSingleGzipMemberIsRefused() throws Exception {
        byte[] all = join(
                members.get(0).plain(), members.get(1).plain(), members.get(2).plain());
        byte[] other = gzip(all);
        assertEquals("upstream.content", refusal(sized(other.length), other).code());
    }

    @Test
    void aTruncatedPackageIsRefused() {
        Problem problem = refusal(wanted, Arrays.copyOf(intact, intact.length - 10));
        assertEquals(intact.length + " B", problem.args().get("expected"));
        assertEquals(intact.length - 10 + " B", problem.args().get("got"));
        for (int length : new int[] {0, 1, 2, 3, 20, 300, members.get(1).end()}) {
            byte[] cut = Arrays.copyOf(intact, length);
            assertEquals("upstream.content", refusal(sized(length), cut).code(), "cut to " + length);
        }
    }

    @Test
    void everyFlippedBitBehindTheSignatureIsRefused() {
        SplittableRandom random = new SplittableRandom(11);
        int from = members.getFirst().end();
        for (int i = 0; i < 300; i++) {
            byte[] flipped = intact.clone();
            flipped[from + random.nextInt(intact.length - from)] ^= (byte) (1 << random.nextInt(8));
            assertEquals("upstream.content", refusal(wanted, flipped).code());
        }
    }

    @Test
    void moreBytesThanPromisedAreRefusedBeforeTheEnd() {
        byte[] longer = Arrays.copyOf(intact, intact.length + 5_000_000);
        Problem problem = refusal(wanted, longer);
        assertEquals("upstream.size", problem.code());
        assertTrue(Long.parseLong(problem.args().get("size")) < intact.length + 70_000);
    }

    @Test
    void aSignedPackageOfAnotherNameIsRefused() throws Exception {
        WantedFile other = Surveys.named(surveys.run(), "/busybox-1.34.1-r5.apk");
        byte[] bytes = Files.readAllBytes(dir.resolve(other.location()));
        assertEquals("upstream.content", refusal(sized(bytes.length), bytes).code());
    }

    @Test
    void versionThreeIsCarriedAsItIsAndOnlyMeasured() throws Exception {
        byte[] adb = Arrays.copyOf("ADBd something new".getBytes(StandardCharsets.US_ASCII), 500);
        surveys.check(sized(500), adb, 1);
        assertEquals("upstream.content", refusal(sized(501), adb).code());
        assertEquals("upstream.size", refusal(sized(499), adb).code());
    }

    @Test
    void aControlMemberThatUnpacksWithoutEndIsRefused() throws Exception {
        byte[] bomb = join(raw(0), gzip(new byte[64 << 20]), raw(2));
        assertEquals("upstream.content", refusal(sized(bomb.length), bomb).code());
    }

    private Problem refusal(WantedFile file, byte[] bytes) {
        return assertThrows(ProblemException.class, () -> surveys.check(file, bytes, 65536))
                .problem();
    }

    private WantedFile sized(long size) {
        return new WantedFile(
                wanted.path(),
                wanted.location(),
                size,
                wanted.identity(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty());
    }

    private byte[] raw(int member) {
        return Arrays.copyOfRange(
                intact, members.get(member).start(), members.get(member).end());
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
