package io.tidemark.engine;

import io.tidemark.model.JobRecord;
import io.tidemark.model.LogLine;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;
import java.util.List;

/** Running work: starts plans in the background, lists, pauses, cancels, resumes. */
public interface Jobs {

    /** Queues a plan; it starts when what it needs is free. Returns at once. */
    JobRecord start(Plan plan) throws ProblemException;

    /** Jobs of this console and, per repository of the workspace, those kept on disk; newest first. */
    List<JobRecord> list() throws ProblemException;

    /** Jobs that one repository keeps, newest first, whoever runs them. */
    List<JobRecord> of(String dir) throws ProblemException;

    /** One job as it is now. */
    JobRecord get(String id) throws ProblemException;

    /** Log lines with a number above {@code after}. */
    List<LogLine> log(String id, long after) throws ProblemException;

    /** Waits until a job has ended. */
    JobRecord await(String id) throws ProblemException, InterruptedException;

    /** Stops a queued or running job; the disk is as it was, staged parts are kept. */
    void cancel(String id) throws ProblemException;

    /** Lets a running job wait at its next checkpoint. */
    void pause(String id) throws ProblemException;

    /** Lets a paused job go on; runs a failed, cancelled or interrupted one again (planned anew) as a new job. */
    JobRecord resume(String id) throws ProblemException;

    /** Forgets ended jobs. */
    void clearEnded() throws ProblemException;
}
