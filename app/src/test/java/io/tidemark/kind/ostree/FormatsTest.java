package io.tidemark.kind.ostree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    /** A commit as the program wrote it: two values of metadata and a binding. */
    private static final byte[] COMMIT = HexFormat.of()
            .parseHex("76657273696f6e00310000730800000061"
                    + "2e620000000000780000000000000003000000000000000211006128737429040000000000000"
                    + "06f73747265652e7265662d62696e64696e6700000000000064657"
                    + "62f7838365f36342f6b000d0061730d0d31626669727374"
                            .replace("0d0d31626669727374", "130d31626669727374")
                    + "20c3a900626f64790a6c696e6532000000000000000000000000"
                    + "6b0035875de2bdd2be2231183afb3185e56a762c857e607ba5fcf5625d80302bae5e2162"
                    + "446a0ef11b7cc167f3b603e585c7eeeeb675faa412d5ec73f62988eb0b6c5488a8796e656565");

    @Test
    void aCommitIsRead() throws Exception {
        Checksum id = new Checksum("8fdf3336bc13f1407431dd424f49adad49b29a3bf73110764d065b93d80c5f8d");
        assertEquals(id, Checksum.ofContent(COMMIT));
        Commit commit = Commit.read(id, COMMIT);
        assertEquals("1", commit.version());
        assertEquals(List.of("dev/x86_64/k"), commit.binding());
        assertEquals("first é", commit.content().subject());
        assertEquals("2026-11-20T11:56:55Z", commit.content().time().toString());
        assertEquals(
                3,
                Variant.of("a(st)", commit.metadata().get("a.b").inner().bytes())
                        .child(0)
                        .child(1)
                        .bytes()[0]);
    }

    /** Bytes turned over, cut off and put in: refused, or read as something else, never anything worse. */
    @Test
    void damagedCommitsEndInOneWayOnly() {
        Random random = new Random(5);
        Checksum id = Checksum.ofContent(COMMIT);
        int refused = 0;
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = java.util.Arrays.copyOf(
                    COMMIT, random.nextInt(4) == 0 ? random.nextInt(COMMIT.length) : COMMIT.length);
            for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                Commit commit = Commit.read(id, bytes);
                commit.binding();
                PackageList.of(commit);
            } catch (Malformed expected) {
                refused++;
            }
        }
        assertTrue(refused > 1_000 && refused < 5_000, refused + " refused");
    }

    @ParameterizedTest
    @CsvSource({"..", ".", "a/b", "''"})
    void namesThatLeadOutOfADirectoryAreRefused(String name) {
        byte[] raw = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] tree = new byte[raw.length + 1 + 32 + 3];
        System.arraycopy(raw, 0, tree, 0, raw.length);
        tree[raw.length + 33] = (byte) (raw.length + 1);
        tree[raw.length + 34] = (byte) (raw.length + 34);
        tree[raw.length + 35] = (byte) (raw.length + 35);
        assertThrows(Malformed.class, () -> DirTree.read(tree));
        tree[0] = 'a';
        java.util.Arrays.fill(tree, 0, raw.length, (byte) 'a');
        if (raw.length > 0) {
            assertEquals(
                    "a".repeat(raw.length),
                    org.junit.jupiter.api.Assertions.assertDoesNotThrow(() -> DirTree.read(tree))
                            .files()
                            .getFirst()
                            .name());
        }
    }

    /** Rows of rpm's own tests of its order ({@code tests/rpmvercmp.at}). */
    @ParameterizedTest
    @CsvSource({
        "1.0,1.0,0",
        "1.0,2.0,-1",
        "2.0.1,2.0.1a,-1",
        "5.5p1,5.5p2,-1",
        "5.5p10,5.5p1,1",
        "10xyz,10.1xyz,-1",
        "xyz10,xyz10.1,-1",
        "xyz.4,8,-1",
        "5.5p2,5.6p1,-1",
        "6.0.rc1,6.0,1",
        "10b2,10a1,1",
        "7.4.052,7.4.52,0",
        "2_0,2.0,0",
        "1.0~rc1,1.0,-1",
        "1.0~rc1,1.0~rc2,-1",
        "1.0~rc1~git123,1.0~rc1,-1",
        "1.0^,1.0,1",
        "1.0^git1,1.0,1",
        "1.0^git1,1.01,-1",
        "1.0^20160101,1.0.1,-1",
        "1.0^20160101^git1,1.0^20160102,-1",
        "1.0~rc1^git1,1.0~rc1,1",
        "1.0^git1~pre,1.0^git1,-1",
        "1b.fc17,1.fc17,-1",
        "20101121,20101122,-1",
        "1e.fc33,1.fc33,-1"
    })
    void versionsOfPackagesAreOrderedAsRpmOrdersThem(String a, String b, int order) {
        assertEquals(order, RpmVersion.compare(a, b));
        assertEquals(-order, RpmVersion.compare(b, a));
    }
}
