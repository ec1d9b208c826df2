package io.tidemark.engine.commit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Operation;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.Upstream;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Clients that follow what somebody else signs, or what Flatpak says, are told nothing by us that locks them out. */
@NeedsProgram({"ostree", "gpg", "gpgconf", "gpg-agent"})
class CustodyTest {

    @TempDir(factory = QuickDisk.class)
    Path dir;

    @Test
    void whatIsSignedIsFollowedByNothingUnsignedUnlessThatIsWanted() throws Exception {
        try (CommitLab lab = new CommitLab(dir);
                KeyRing ring = KeyRing.make(dir.resolve("g"))) {
            lab.init(Map.of("gpg-sign", ring.key(), "gpg-home", ring.home().toString()));
            for (String version : List.of("41.1", "41.2")) {
                lab.release(version);
                lab.promote(version);
            }
            Path signature = lab.root.resolve("prod/summary.sig");
            byte[] before = Files.readAllBytes(signature);
            sign(lab, "");
            Problem problem = refused("ostree.signed", () -> lab.rollback(Optional.empty(), false));
            assertTrue(problem.args().get("key").endsWith(ring.key()), problem.args()::toString);
            refused("ostree.signed", () -> lab.rollback(Optional.empty(), true));
            refused("ostree.signed", () -> lab.release("41.3"));
            assertArrayEquals(before, Files.readAllBytes(signature));
            assertEquals(Optional.of("41.2"), lab.channel("prod"));
            sign(lab, "none");
            lab.rollback(Optional.empty(), false);
            assertFalse(Files.exists(signature));
            assertEquals(Optional.of("41.1"), lab.channel("prod"));
        }
    }

    @Test
    void theSummaryOfFlatpakIsNotOverwritten() throws Exception {
        try (CommitLab lab = new CommitLab(dir)) {
            lab.init(Map.of());
            lab.release("41.1");
            lab.promote("41.1");
            lab.release("41.2");
            Path prod = lab.root.resolve("prod");
            List<String> words = List.of("ostree", "--repo=" + prod, "summary", "-u", "--add-metadata=xa.title='T'");
            assertEquals(0, new ProcessBuilder(words).start().waitFor());
            byte[] before = Files.readAllBytes(prod.resolve("summary"));
            refused("ostree.flatpak", () -> lab.promote("41.2"));
            assertArrayEquals(before, Files.readAllBytes(prod.resolve("summary")));
            assertEquals(Optional.of("41.1"), lab.channel("prod"));
        }
    }

    private static Problem refused(String code, Executable act) {
        Problem problem = assertThrows(ProblemException.class, act).problem();
        assertEquals(code, problem.code());
        return problem;
    }

    private static void sign(CommitLab lab, String key) throws Exception {
        RepositoryConfig config =
                lab.engine().views().status(lab.root.toString()).config();
        Map<String, List<String>> options = new HashMap<>(config.upstream().options());
        options.remove("gpg-sign");
        if (!key.isEmpty()) {
            options.put("gpg-sign", List.of(key));
        }
        lab.run(new Operation.Configure(
                lab.root.toString(),
                config.name(),
                new Upstream(config.upstream().url(), options),
                config.transfer(),
                config.policies(),
                Map.of()));
    }
}
