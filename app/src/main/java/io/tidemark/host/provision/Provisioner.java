package io.tidemark.host.provision;

import io.tidemark.host.ssh.SshConnection;
import io.tidemark.job.JobContext;
import io.tidemark.model.Host;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Makes a host what its profile says, or leaves it as it was. While it is open nobody else does so; all of it needs the
 * rights of root there.
 */
public final class Provisioner implements AutoCloseable {

    private final SshConnection connection;
    private final Host host;
    private final Clock clock;
    private final Keeping keeping;

    private Provisioner(SshConnection connection, Host host, Clock clock, Keeping keeping) {
        this.connection = connection;
        this.host = host;
        this.clock = clock;
        this.keeping = keeping;
    }

    /**
     * Waits for others, and puts back what a run that was cut left.
     *
     * @param connection stays the caller's
     * @throws ProblemException {@code provision.busy}, {@code provision.half}, {@code ssh.sudo}, {@code ssh.…}
     */
    public static Provisioner open(SshConnection connection, Host host, Clock clock)
            throws ProblemException, InterruptedException {
        Keeping keeping = Keeping.hold(connection, host.name());
        try {
            keeping.undo();
            return new Provisioner(connection, host, clock, keeping);
        } catch (ProblemException | InterruptedException e) {
            keeping.close();
            throw e;
        }
    }

    /** Looks at it, as {@link Survey#of} does. */
    public Survey look() throws ProblemException, InterruptedException {
        return Survey.of(connection, host, clock.instant());
    }

    /**
     * Does what a survey found to be done, tries it out, and reads it again.
     *
     * @return what a person should know of
     * @throws ProblemException {@code provision.…} with the state {@code UNCHANGED} if all was put back and read again;
     *     {@code provision.half}, {@code provision.cut} if it could not be, and the next run does it first
     */
    public List<Notice> apply(Survey survey, JobContext job) throws ProblemException, InterruptedException {
        Doing doing = new Doing(connection, host.name());
        try {
            String kept = keeping.begin(survey, clock.instant());
            List<Notice> notices = new Applying(doing, survey, job).run();
            verify();
            keeping.finish(kept);
            return notices;
        } catch (ProblemException failed) {
            putBack(survey, Optional.of(failed));
            throw failed;
        } catch (InterruptedException stopped) {
            putBack(survey, Optional.empty());
            throw stopped;
        }
    }

    /** Done is what is there when it is read again. */
    private void verify() throws ProblemException, InterruptedException {
        Optional<Standing> left = look().open().findFirst();
        if (left.isPresent()) {
            throw new Doing(connection, host.name())
                    .failed(
                            "provision.left",
                            left.get().item().id(),
                            left.get().item().actual().orElse("-"));
        }
    }

    private void putBack(Survey before, Optional<ProblemException> failed)
            throws ProblemException, InterruptedException {
        if (!connection.open()) {
            throw cut(failed);
        }
        try {
            keeping.undo();
            if (!before.sameFilesAs(look())) {
                throw new ProblemException(
                        Problem.of("provision.half", Problem.Category.REFUSED, "object", host.name(), "said", "-")
                                .in(Problem.State.UNKNOWN));
            }
        } catch (ProblemException half) {
            failed.ifPresent(half::addSuppressed);
            throw half.problem().code().startsWith("ssh.") ? cut(Optional.of(half)) : half;
        }
    }

    private ProblemException cut(Optional<ProblemException> cause) {
        Problem problem = Problem.of("provision.cut", Problem.Category.UNREACHABLE, "object", host.name())
                .in(Problem.State.UNKNOWN)
                .with(cause.map(Exception::getMessage).orElse(""));
        return new ProblemException(problem, cause.orElse(null));
    }

    @Override
    public void close() {
        keeping.close();
    }
}
