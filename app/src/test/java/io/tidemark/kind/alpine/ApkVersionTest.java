package io.tidemark.kind.alpine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApkVersionTest {

    @ParameterizedTest
    @CsvSource({
        "3.15.2, <, 3.15.10",
        "1.0, <, 1.0-r0",
        "1.0_rc1, <, 1.0",
        "1.0, <, 1.0_p1",
        "1.0_git2024, >, 1.0",
        "1.2, <, 1.2a",
        "1.2a, <, 1.2.1",
        "1.0, <, 1.0.0",
        "1.02, <, 1.1",
        "1.010, <, 1.09",
        "1.0-r2, <, 1.0-r10",
        "2.0~abc1, >, 2.0",
        "1.0_rc1, <, 1.0_rc1_p1",
        "1.0_rc, <, 1.0_rc1",
        "1.0_alpha, <, 1.0_beta",
        "1.0_beta, <, 1.0_pre",
        "1.0_pre, <, 1.0_rc",
        "1.0_cvs, <, 1.0_svn",
        "1.0_svn, <, 1.0_git",
        "1.0_git, <, 1.0_hg",
        "1.0_hg, <, 1.0_p",
        "1.0_alpha_pre2, <, 1.0_alpha",
        "1.0_p10-r0, >, 1.0_p9-r0",
        "1.0_git20211027-r0, <, 1.0_git20220101-r0",
        "1.0~abc, <, 1.0~abd",
        "1.0~abc-r1, >, 1.0~abc-r0",
        "2.0~abc1, <, 2.0.1",
        "006, >, 1.0.0",
        "01.0, =, 1.0",
        "1.00, >, 1.0",
        "1.3-r0, <, 1.3.1-r0",
        "5.15.41-r0, <, 5.15.53-r0",
        "99999999999999999999999, <, 100000000000000000000000",
        "1.0-r0, =, 1.0-r0",
    })
    void ordersAsApkDoes(String left, String sign, String right) {
        int expected = sign.equals("<") ? -1 : sign.equals(">") ? 1 : 0;
        assertEquals(expected, Integer.signum(new ApkVersion(left).compareTo(new ApkVersion(right))));
        assertEquals(-expected, Integer.signum(new ApkVersion(right).compareTo(new ApkVersion(left))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "1.2.3", "1.2a", "1.2_rc1", "1.0_alpha_pre2", "6.04_pre1-r9", "1.0~0a1f-r3", "2022a-r0"})
    void takesWhatFollowsTheGrammar(String text) {
        assertTrue(new ApkVersion(text).valid());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "1.", "1..2", "1.2ab", "1.2a.3", "1.0_foo", "1.0-1", "1.0-r", "1.0-r1.2", "1~", "1 "})
    void refusesWhatDoesNot(String text) {
        assertFalse(new ApkVersion(text).valid());
    }

    @Test
    void theOrderIsAntisymmetricAndTransitiveOverMadeUpVersions() {
        SplittableRandom random = new SplittableRandom(4);
        List<ApkVersion> versions = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            versions.add(madeUp(random));
        }
        for (ApkVersion a : versions) {
            for (ApkVersion b : versions) {
                assertEquals(Integer.signum(a.compareTo(b)), -Integer.signum(b.compareTo(a)), a + " " + b);
            }
        }
        versions.sort(null);
        for (int i = 1; i < versions.size(); i++) {
            assertTrue(versions.get(i - 1).compareTo(versions.get(i)) <= 0);
        }
    }

    @Test
    void aHugeHostileVersionIsComparedInNoTime() {
        String digits = "9".repeat(200_000);
        assertTrue(new ApkVersion(digits).compareTo(new ApkVersion(digits + "0")) < 0);
        assertEquals(
                0, new ApkVersion("1" + "_p1".repeat(50_000)).compareTo(new ApkVersion("1" + "_p1".repeat(50_000))));
    }

    private static ApkVersion madeUp(SplittableRandom random) {
        StringBuilder text = new StringBuilder().append(1 + random.nextInt(2));
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append('.').append(1 + random.nextInt(3));
        }
        String[] ends = {"", "", "a", "b", "_rc1", "_rc2", "_alpha", "_p1", "_git20220101", "~abc", "_rc1_p1"};
        text.append(ends[random.nextInt(ends.length)]);
        return new ApkVersion(random.nextBoolean() ? text + "-r" + random.nextInt(3) : text.toString());
    }
}
