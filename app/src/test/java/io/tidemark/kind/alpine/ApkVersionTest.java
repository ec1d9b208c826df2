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

    /** Each is smaller than all that follow, as {@code apk version -t} of apk-tools 3 says. */
    private static final List<String> ASCENDING = List.of(
            // a zero in front makes a further number text; a longer version is the greater one
            "0.01.9 0.02 0.1 0.1.0_alpha_pre2 0.1.0_alpha 0.1.0 0.1.3_alpha 0.5 0.10 0.20070118",
            // pre-releases, each with suffixes and revisions of its own
            "1.0_alpha_pre2 1.0_alpha 1.0_alpha-r0 1.0_alpha-r1 1.0_alpha1 1.0_alpha2 1.0_alpha10 1.0_beta 1.0_beta1"
                    + " 1.0_beta2-r3 1.0_beta_p1 1.0_pre 1.0_pre20191002 1.0_pre20191002222144-r0"
                    + " 1.0_pre20210530193627-r0 1.0_rc 1.0_rc1 1.0_rc1-r0 1.0_rc1_p1 1.0_rc2 1.0_rc10",
            // the release, its builds, its commits
            "1.0 1.0-r0 1.0-r1 1.0-r2 1.0-r10 1.0~0a1f 1.0~0a1f-r1 1.0~abc 1.0~abd",
            // what came after it without a number of its own
            "1.0_cvs 1.0_cvs20220101 1.0_svn 1.0_svn9999 1.0_git 1.0_git20211027 1.0_git20211027-r1"
                    + " 1.0_git20220101-r0 1.0_hg 1.0_hg2 1.0_p 1.0_p1 1.0_p9-r0 1.0_p10-r0 1.0_p10_p1",
            // letters, then further numbers; with a zero in front they are text
            "1.0a 1.0a-r1 1.0a_p1 1.0b 1.0z-r0 1.0.0 1.0.0-r5 1.0.0_p1 1.0.0.1 1.0.01 1.0.02 1.0.09 1.0.1 1.0.2 1.0.10"
                    + " 1.0.100 1.00 1.01 1.010 1.02 1.02.07 1.02.10 1.09 1.1 1.2 1.9 1.10 1.11 1.12.04 1.12.05 1.12.4",
            "2_rc1 2 2-r1 2_p1 2a 2.0 2.1.9.200602141850 6b-r7 9d-r0 9e-r0 10-r1 013 014-r1 110-r8 021109-r3"
                    + " 20050718-r1 20050718-r2 20220614-r0");

    static List<String> ascending() {
        return ASCENDING.stream()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .toList();
    }

    @Test
    void ordersEveryPairOfALongChain() {
        List<String> chain = ascending();
        for (int i = 0; i < chain.size(); i++) {
            ApkVersion left = new ApkVersion(chain.get(i));
            assertTrue(left.valid(), left::text);
            for (int j = 0; j < chain.size(); j++) {
                int order = Integer.signum(left.compareTo(new ApkVersion(chain.get(j))));
                assertEquals(Integer.compare(i, j), order, left + " and " + chain.get(j));
            }
        }
    }

    /** Neighbours as a mirror of 3.15 met them: what an update must call an upgrade. */
    @ParameterizedTest
    @CsvSource({
        "5.15.41-r0, 5.15.53-r0",
        "5.10.99-r0, 5.10.102-r0",
        "4.15.2-r1, 4.15.3-r0",
        "2.9-r17, 2.10-r0",
        "6.04_pre1-r9, 6.04_pre1-r10",
        "1.1.1n-r0, 1.1.1o-r0",
        "1.1.1q-r0, 3.0.5-r0",
        "1.2.2-r7, 1.2.3-r0",
        "2022a-r0, 2022c-r0",
        "20211220-r0, 20220614-r0",
        "20191127-r7, 20220120-r0",
        "8.2.4836-r0, 8.2.5000-r0",
        "7.1.0.16-r0, 7.1.0.35-r0",
        "2.12.7-r3, 2.12.7-r10",
        "0.9.24-r0, 0.10.0-r0",
        "1.8.3_p2-r0, 1.8.5_p2-r1",
        "9.0_rc2-r0, 9.0-r0",
        "4.2.52_p2-r1, 4.2.52_p4-r2",
    })
    void anUpgradeOfARealPackageIsOne(String older, String newer) {
        assertTrue(new ApkVersion(older).compareTo(new ApkVersion(newer)) < 0, older + " < " + newer);
    }

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
