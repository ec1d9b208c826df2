package io.tidemark.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ProblemException;
import io.tidemark.testkit.NeedsProgram;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@NeedsProgram({"sh", "cat", "sleep"})
class ProgramRunnerTest {

    private final ProgramRunner runner = new ProgramRunner(Duration.ofSeconds(20), "/usr/bin:/bin");

    @Test
    void passesInputAndReturnsWhatWasSaid() throws Exception {
        assertEquals(new ProgramRunner.Finished(0, "été\n", true), runner.run(List.of("cat"), "été\n"));
    }

    @Test
    void passesArgumentsAsTheyAre() throws Exception {
        ProgramRunner.Finished finished =
                runner.run(List.of("/bin/sh", "-c", "echo \"$1\"; echo oops >&2; exit 3", "x", "a b;$(id)"), "");
        assertEquals(new ProgramRunner.Finished(3, "a b;$(id)\noops\n", true), finished);
    }

    @Test
    void bringsNoEnvironmentAlong() throws Exception {
        String environment =
                runner.run(List.of("/bin/sh", "-c", "export -p"), "").output();
        assertTrue(environment.contains("LC_ALL") && !environment.contains("JAVA"), environment);
    }

    @Test
    void killsWhatDoesNotEnd() {
        ProgramRunner hasty = new ProgramRunner(Duration.ofMillis(50), "/usr/bin:/bin");
        ProblemException late = assertThrows(ProblemException.class, () -> hasty.run(List.of("sleep", "60"), ""));
        assertEquals("program.time", late.problem().code());
    }

    @Test
    void saysWhatIsMissing() {
        ProblemException missing =
                assertThrows(ProblemException.class, () -> runner.run(List.of("/no/such/program"), ""));
        assertEquals("program.missing", missing.problem().code());
    }
}
