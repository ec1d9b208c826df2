package io.tidemark.kind.puavo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import io.tidemark.kind.ImageSums;
import io.tidemark.model.ProblemException;
import io.tidemark.testkit.NeedsProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSumsTest {

    @TempDir
    Path dir;

    @Test
    void sumsAsPosixDoes() throws Exception {
        assertEquals(930766865L, Sample.sums(dir, "123456789").cksum());
        assertEquals(4294967295L, Sample.sums(dir, "").cksum());
        ImageSums sums = Sample.sums(dir, "mirror block one and two");
        assertEquals(1072660697L, sums.cksum());
        assertEquals(24, sums.size());
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Sample.sums(dir, "abc").sha256());
    }

    @Test
    @NeedsProgram("cksum")
    void agreesWithTheProgramsAtEverySizeAroundABuffer() throws Exception {
        Random random = new Random(9);
        try (MachinePool pool = new MachinePool(2)) {
            for (int size : new int[] {1, 7, 8, 9, 8191, 8192, 8193, 300_001, 4 << 20, (4 << 20) + 1, 9_000_011}) {
                byte[] bytes = new byte[size];
                random.nextBytes(bytes);
                Path file = Files.write(dir.resolve("file"), bytes);
                ImageSums sums = Sample.TREE.sums(file, new Unwatched(pool));
                assertEquals(cksum(file), sums.cksum() + " " + sums.size());
                assertEquals(hex("SHA-256", bytes), sums.sha256());
                assertEquals(hex("SHA-512", bytes), sums.sha512());
            }
        }
    }

    @Test
    void whatCannotBeReadIsNamed() {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> Sample.TREE.sums(dir.resolve("none"), Sample.JOB));
        assertEquals("puavo.read", refused.problem().code());
    }

    @Test
    void stopsWhenTheJobIsCancelled() throws Exception {
        Path file = Files.write(dir.resolve("file"), new byte[100]);
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> Sample.TREE.sums(file, Sample.JOB));
    }

    private static String cksum(Path file) throws Exception {
        Process process = new ProcessBuilder("cksum")
                .redirectInput(file.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static String hex(String algorithm, byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    }
}
