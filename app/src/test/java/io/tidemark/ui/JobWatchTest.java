package io.tidemark.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the window hears of jobs. */
class JobWatchTest {

    private final SampleJobs jobs = (SampleJobs) SampleEngine.full().engine().jobs();
    private final JobWatch watch = new JobWatch(FxBridge.direct(SampleContext::new), jobs);
    private final List<String> heard = new ArrayList<>();

    JobWatchTest() {
        watch.onEnded(job -> heard.add(job.id()));
        watch.refresh();
    }

    @Test
    void whatEndedBeforeIsNoNews() {
        assertEquals(List.of(), heard);
    }

    @Test
    void aJobThatBeganAndEndedBetweenTwoLooksIsHeardOfOnce() throws ProblemException {
        JobRecord quick = jobs.start(jobs.get("01").plan());
        jobs.change(quick.id(), JobState.DONE);
        watch.refresh();
        watch.refresh();
        assertEquals(List.of(quick.id()), heard);
    }

    @Test
    void aJobThatWasSeenRunningIsHeardOfWhenItEnds() throws ProblemException {
        jobs.change("01", JobState.FAILED);
        watch.refresh();
        assertEquals(List.of("01"), heard);
    }
}
