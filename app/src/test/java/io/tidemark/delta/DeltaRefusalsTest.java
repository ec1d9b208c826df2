package io.tidemark.delta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deltas that lie are refused, and nothing is written. */
class DeltaRefusalsTest {

    private static final String MAGIC = "72730236";

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(directory, 1);
        bench.write("mirror block one and two".getBytes(StandardCharsets.US_ASCII), new byte[0]);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theExampleOfTheFormatIsApplied() throws Exception {
        delta("0a" + "5858" + "20616e64" + "2074776f" + "450010" + "00");
        byte[] made = bench.apply(DeltaLimits.unknown());
        assertEquals("XX and twomirror block one", new String(made, StandardCharsets.US_ASCII));
    }

    @Test
    void whatRdiffAcceptsIsAccepted() throws Exception {
        delta("00" + "ffff");
        assertArrayEquals(new byte[0], bench.apply(DeltaLimits.unknown()));
        assertEquals(2, DeltaInfo.read(bench.delta).trailing());
        delta("4103414243" + "54" + "0000000000000001" + "0000000000000002" + "4200014400");
        assertEquals("ABCirD", new String(bench.apply(DeltaLimits.unknown()), StandardCharsets.US_ASCII));
    }

    @Test
    void damageIsRefused() throws Exception {
        refused("delta.magic", "");
        refused("delta.short", "4103414200".substring(0, 6));
        refused("delta.short", "01");
        refused("delta.short", "0141");
        refused("delta.short", "45");
        refused("delta.damaged", "5500");
        refused("delta.damaged", "ff00");
        refused("delta.damaged", "410000");
        refused("delta.damaged", "45000000");
        refused("delta.damaged", "44ffffffffffffffff00");
        refused("delta.damaged", "54ffffffffffffffff000000000000000100");
        refused("delta.damaged", "48018000000000000000" + "00");
    }

    @Test
    void aDeltaOfAnotherOldFileIsRefused() throws Exception {
        refused("delta.basis", "4517" + "0200");
        refused("delta.basis", "4518" + "0100");
        refused("delta.basis", "48007fffffffffffffff" + "48007fffffffffffffff" + "00");
    }

    @Test
    void aBombIsRefusedBeforeAnythingIsWritten() throws Exception {
        StringBuilder copies = new StringBuilder();
        copies.append("450018".repeat(100_000)).append("00");
        delta(copies.toString());
        DeltaLimits limits = new DeltaLimits(
                Long.MAX_VALUE,
                2,
                DeltaLimits.unknown().size(),
                DeltaLimits.unknown().sha256());
        assertEquals("delta.bomb", problem(limits).code());
        assertEquals(0, Files.size(bench.result));
        DeltaLimits most = new DeltaLimits(1_000, 1e9, limits.size(), limits.sha256());
        assertEquals("delta.bomb", problem(most).code());
    }

    @Test
    void aResultThatIsNotTheExpectedOneIsRefused() throws Exception {
        delta("45000200");
        assertEquals("delta.size", problem(DeltaLimits.known(3, "00")).code());
        Problem digest = problem(DeltaLimits.known(2, "00".repeat(32)));
        assertEquals("delta.digest", digest.code());
        assertEquals(bench.delta.toString(), digest.args().get("object"));
    }

    @Test
    void aFileThatIsNoneIsRefused() {
        Problem problem = assertThrows(ProblemException.class, () -> DeltaInfo.read(directory))
                .problem();
        assertEquals("delta.nofile", problem.code());
        assertEquals(directory.toString(), problem.args().get("object"));
    }

    @Test
    void damageByChanceNeverDoesMoreThanBeingRefused() throws Exception {
        Random random = new Random(5);
        Shapes.Pair pair = new Shapes(11).next(50_000);
        bench.write(pair.old(), pair.image());
        bench.make(8 << 20, 1 << 20);
        byte[] good = Files.readAllBytes(bench.delta);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            Files.write(bench.delta, random.nextInt(4) == 0 ? Arrays.copyOf(bad, random.nextInt(bad.length)) : bad);
            refused += accepted(pair.image()) ? 0 : 1;
        }
        assertTrue(refused > 300, Integer.toString(refused));
    }

    private boolean accepted(byte[] wanted) throws Exception {
        try {
            return Arrays.equals(wanted, bench.apply(DeltaLimits.unknown()));
        } catch (ProblemException refused) {
            assertEquals(Problem.Category.REFUSED, refused.problem().category());
            return false;
        }
    }

    private void refused(String code, String commands) throws Exception {
        if (code.equals("delta.magic")) {
            Files.write(bench.delta, HexFormat.of().parseHex("727302"));
        } else {
            delta(commands);
        }
        Problem problem = problem(DeltaLimits.unknown());
        assertEquals(code, problem.code(), commands);
        assertEquals(0, Files.size(bench.result), commands);
    }

    private Problem problem(DeltaLimits limits) {
        return assertThrows(ProblemException.class, () -> bench.apply(limits)).problem();
    }

    private void delta(String commands) throws Exception {
        Files.write(bench.delta, HexFormat.of().parseHex(MAGIC + commands));
    }
}
