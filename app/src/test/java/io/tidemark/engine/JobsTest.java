package io.tidemark.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.Operation;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;
import io.tidemark.source.UrlSources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Work in the background, and what is left of it on disk. */
@Timeout(120)
class JobsTest {

    @TempDir
    private Path dir;

    private Lab lab;

    @BeforeEach
    void open() throws Exception {
        lab = lab(dir).init();
    }

    Lab lab(Path place) throws Exception {
        return new Lab(place);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aJobRunsAPlanAndOtherConsolesSeeIt() throws Exception {
        JobRecord job = run(lab.updating(Optional.empty()));
        assertEquals(JobState.DONE, job.state(), () -> String.valueOf(job.problem()));
        assertEquals(Optional.of("3.15.4"), job.outcome().orElseThrow().version());
        Engine other = lab.engine("workspace.json", new UrlSources());
        JobRecord seen = other.jobs().get(job.id());
        assertEquals(JobState.DONE, seen.state());
        assertEquals(job.plan(), seen.plan());
    }

    @Test
    void whatTheCommandLineRunsIsKeptAsWell() throws Exception {
        lab.update();
        assertTrue(lab.engine("workspace.json", new UrlSources()).jobs().list().stream()
                .anyMatch(job -> job.state() == JobState.DONE && job.plan().operation() instanceof Operation.Update));
    }

    @Test
    void aFailedJobSaysWhyAndRunsAgainOnRequest() throws Exception {
        lab.updateAndPromote();
        Plan plan =
                lab.engine().operations().plan(new Operation.Snapshot(lab.repository(), "3.15.4", "copy"), lab.job());
        lab.run(new Operation.Snapshot(lab.repository(), "3.15.4", "copy"));
        JobRecord failed =
                lab.engine().jobs().await(lab.engine().jobs().start(plan).id());
        assertEquals(JobState.FAILED, failed.state());
        assertEquals("plan.version-exists", failed.problem().orElseThrow().code());
        lab.run(new Operation.Prune(lab.repository(), List.of("copy"), 0));
        JobRecord again = lab.engine().jobs().resume(failed.id());
        assertFalse(again.id().equals(failed.id()));
        assertEquals(JobState.DONE, lab.engine().jobs().await(again.id()).state());
    }

    @Test
    void jobsOfADeadProcessWereInterruptedAndCanBeResumed() throws Exception {
        JobRecord job = run(lab.updating(Optional.empty()));
        Path state = lab.path(".tidemark/jobs/" + job.id() + ".json");
        String kept = Files.readString(state)
                .replace("\"state\":\"DONE\"", "\"state\":\"RUNNING\"")
                .replaceFirst("\"pid\":\\d+", "\"pid\":" + deadProcess());
        Files.write(state, kept.getBytes(StandardCharsets.UTF_8));
        Engine next = lab.engine("workspace.json", new UrlSources());
        assertEquals(JobState.INTERRUPTED, next.jobs().get(job.id()).state());
        JobRecord again = next.jobs().await(next.jobs().resume(job.id()).id());
        assertEquals(JobState.DONE, again.state());
    }

    @Test
    void noJobOutlivesItsMachine() throws Exception {
        JobRecord job = run(lab.updating(Optional.empty()));
        Path state = lab.path(".tidemark/jobs/" + job.id() + ".json");
        String running = Files.readString(state).replace("\"state\":\"DONE\"", "\"state\":\"RUNNING\"");
        Files.writeString(state, running);
        assertEquals(JobState.RUNNING, state(job));
        Files.writeString(state, running.replaceFirst("\"boot\":\"[^\"]+\"", "\"boot\":\"another\""));
        assertEquals(JobState.INTERRUPTED, state(job));
    }

    private JobState state(JobRecord job) throws Exception {
        return lab.engine("workspace.json", new UrlSources())
                .jobs()
                .get(job.id())
                .state();
    }

    @Test
    void endedJobsAreForgottenOnRequest() throws Exception {
        run(lab.updating(Optional.empty()));
        lab.engine().jobs().clearEnded();
        assertEquals(List.of(), lab.engine().jobs().list());
        try (Stream<Path> files = Files.list(lab.path(".tidemark/jobs"))) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void unknownJobsAreNamed() {
        ProblemException unknown =
                assertThrows(ProblemException.class, () -> lab.engine().jobs().get("0"));
        assertEquals("job.unknown", unknown.problem().code());
    }

    private JobRecord run(Operation operation) throws Exception {
        Plan plan = lab.engine().operations().plan(operation, lab.job());
        return lab.engine().jobs().await(lab.engine().jobs().start(plan).id());
    }

    private static long deadProcess() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }
}
