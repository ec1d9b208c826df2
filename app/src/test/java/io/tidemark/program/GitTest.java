package io.tidemark.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import io.tidemark.model.ProblemException;
import io.tidemark.model.TransferSettings;
import io.tidemark.testkit.NeedsProgram;
import io.tidemark.testkit.OwnLoopback;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@NeedsProgram("git")
@Timeout(60)
class GitTest {

    private static final String PATH = System.getenv("PATH");

    @TempDir
    Path dir;

    private final Git git = new Git(PATH);

    @Test
    void aServerThatSaysNothingIsGivenUp() throws Exception {
        try (MachinePool cpu = new MachinePool();
                ServerSocket silent = new ServerSocket(0, 5, OwnLoopback.address())) {
            String url = "git://" + OwnLoopback.address().getHostAddress() + ":" + silent.getLocalPort() + "/x";
            GitRun run = new GitRun(PATH, Duration.ofMillis(400));
            ProblemException given = assertThrows(
                    ProblemException.class,
                    () -> run.run(
                            GitRun.At.nowhere(), List.of("ls-remote", "--", url), line -> {}, new Unwatched(cpu)));
            assertEquals("program.time", given.problem().code());
        }
    }

    @Test
    void addressesThatRunProgramsDoNothing() throws Exception {
        Path mark = dir.resolve("mark");
        try (MachinePool cpu = new MachinePool()) {
            ProblemException refused = assertThrows(
                    ProblemException.class,
                    () -> git.offers("ext::touch " + mark, TransferSettings.standard(), new Unwatched(cpu)));
            assertEquals("upstream.git", refused.problem().code());
        }
        assertFalse(Files.exists(mark));
    }

    @Test
    void whatAPersonSetForGitChangesNothing() throws Exception {
        Path repository = dir.resolve("r.git");
        try (MachinePool cpu = new MachinePool()) {
            git.init(repository, false, new Unwatched(cpu));
            assertTrue(Files.readString(repository.resolve("HEAD")).startsWith("ref: refs/heads/"));
            assertEquals("", git.refs(repository, new Unwatched(cpu)));
            assertThrows(ProblemException.class, () -> git.files(repository, "--help", new Unwatched(cpu)));
        }
    }
}
