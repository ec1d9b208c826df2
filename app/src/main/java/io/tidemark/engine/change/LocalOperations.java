package io.tidemark.engine.change;

import io.tidemark.engine.Operations;
import io.tidemark.engine.Workspaces;
import io.tidemark.engine.host.HostWork;
import io.tidemark.engine.image.ImageWork;
import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.Wholeness;
import io.tidemark.engine.repository.Neighbours;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.model.Failure;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;
import io.tidemark.store.RepositoryStore;
import io.tidemark.store.WriteSession;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans and carries out operations on repositories of this machine. Safe for all threads. */
public final class LocalOperations implements Operations {

    private static final Logger LOG = LoggerFactory.getLogger(LocalOperations.class);
    private static final long NANOS = 1_000_000;

    private final Repositories repositories;
    private final Cases cases;
    private final HostWork hosts;

    /** Operations on those repositories; new ones are added to the workspace. */
    public LocalOperations(
            Repositories repositories, Neighbours neighbours, Workspaces workspaces, ImageWork images, HostWork hosts) {
        this.repositories = repositories;
        this.hosts = hosts;
        this.cases = new Cases(repositories, neighbours, new Register(workspaces), images);
    }

    @Override
    public Plan plan(Operation operation, JobContext job) throws ProblemException, InterruptedException {
        if (operation instanceof Operation.OnHost there) {
            return hosts.plan(there, job);
        }
        Optional<Founding> founding = cases.founding(operation);
        return founding.isPresent()
                ? founding.get().plan(job)
                : cases.of(operation, false).prepare(job).plan();
    }

    @Override
    public Outcome run(Plan plan, JobContext job) throws ProblemException, InterruptedException {
        long start = System.nanoTime();
        Outcome outcome =
                plan.operation() instanceof Operation.OnHost there ? hosts.run(there, plan, job) : runHere(plan, job);
        return Outcomes.timed(outcome, (System.nanoTime() - start) / NANOS);
    }

    private Outcome runHere(Plan plan, JobContext job) throws ProblemException, InterruptedException {
        Optional<Founding> founding = cases.founding(plan.operation());
        return founding.isPresent() ? found(founding.get(), plan, job) : change(plan, job);
    }

    private static Outcome found(Founding founding, Plan given, JobContext job)
            throws ProblemException, InterruptedException {
        Plan now = founding.plan(job);
        Gates.require(given, now);
        return founding.carryOut(now, job);
    }

    private Outcome change(Plan given, JobContext job) throws ProblemException, InterruptedException {
        Opened repository = repositories.open(given.operation().dir());
        String operation = OperationNames.of(given.operation());
        String actor = repositories.ground().actor();
        RepositoryStore store = repository.store();
        try (WriteSession session = goesOnWithoutJournal(given.operation())
                ? store.writeAtOnce(operation, actor, job)
                : store.write(operation, actor, job)) {
            return carryOut(given, session, job);
        }
    }

    /** Rolling back must not wait for a journal to be mended, and verifying is how it is mended. */
    private static boolean goesOnWithoutJournal(Operation operation) {
        return operation instanceof Operation.Rollback || operation instanceof Operation.Verify;
    }

    /** Planned again under the lock, so that what is done is what is true now. */
    private Outcome carryOut(Plan given, WriteSession session, JobContext job)
            throws ProblemException, InterruptedException {
        try {
            Prepared prepared = cases.of(given.operation(), true).prepare(job);
            Wholeness.shut(prepared.plan(), session, job);
            Gates.require(given, prepared.plan());
            prepared.requireSame(given);
            return JournalRemark.on(prepared.carryOut(session, job), session);
        } catch (ProblemException failed) {
            journal(given, failed, session);
            throw failed;
        }
    }

    private static void journal(Plan given, ProblemException failed, WriteSession session) {
        try {
            session.journalFailure(OperationNames.of(given.operation()), Failure.words(failed.problem()));
        } catch (ProblemException alsoFailed) {
            LOG.debug("failure not journalled", alsoFailed);
            failed.addSuppressed(alsoFailed);
        }
    }
}
