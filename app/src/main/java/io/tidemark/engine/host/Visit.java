package io.tidemark.engine.host;

import io.tidemark.host.Doors;
import io.tidemark.host.publish.Author;
import io.tidemark.host.publish.Copies;
import io.tidemark.host.publish.CopySession;
import io.tidemark.host.publish.CopyState;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.model.Host;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * One copy of one host, and the ways to it.
 *
 * @param repository its name below the host's root
 */
record Visit(Doors doors, Host host, String repository) {

    private static final int LONGEST_NAME = 200;

    /** The same, if the repository's name can be that of a directory which servers publish. */
    static Visit to(Doors doors, Host host, String repository) throws ProblemException {
        boolean fit = !repository.isEmpty()
                && !repository.startsWith(".")
                && repository.indexOf('/') < 0
                && repository.chars().noneMatch(c -> c < ' ' || c == 0x7f)
                && repository.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
        if (!fit) {
            throw new ProblemException(Problem.of("host.name", Problem.Category.USAGE, "object", repository));
        }
        return new Visit(doors, host, repository);
    }

    /** Something done there, over a connection of its own. */
    @FunctionalInterface
    interface Work<T> {
        T on(SshConnection connection) throws ProblemException, InterruptedException;
    }

    /** Says whether a copy can be changed at all, before anything is made there. */
    @FunctionalInterface
    interface Check {
        void on(CopyState state) throws ProblemException;
    }

    /** Something done there under the lock. */
    @FunctionalInterface
    interface Change {
        void on(CopySession session) throws ProblemException, InterruptedException;
    }

    <T> T look(Work<T> work) throws ProblemException, InterruptedException {
        try (SshConnection connection = doors.open(host)) {
            return work.on(connection);
        }
    }

    CopyState state(SshConnection connection) throws ProblemException, InterruptedException {
        return Copies.one(connection, host, repository);
    }

    /**
     * Changes the copy. When the connection was cut, so that nobody knows whether it was done, it is looked at again over a
     * new one, and never done twice.
     *
     * @param before throws if there is nothing to be changed
     * @param done how the copy looks when it was done
     */
    void change(Author author, Check before, Change change, Predicate<CopyState> done)
            throws ProblemException, InterruptedException {
        try (SshConnection connection = doors.open(host)) {
            before.on(state(connection));
            change(connection, author, change);
        } catch (ProblemException failed) {
            if (!cut(failed.problem()) || !done.test(again(author, failed))) {
                throw failed;
            }
        }
    }

    /** The same, where what is changed may be made by it. */
    void change(Author author, Change change, Predicate<CopyState> done) throws ProblemException, InterruptedException {
        change(author, _ -> {}, change, done);
    }

    private void change(SshConnection connection, Author author, Change change)
            throws ProblemException, InterruptedException {
        try (CopySession session = CopySession.begin(connection, host, repository, author)) {
            change.on(session);
        }
    }

    private static boolean cut(Problem problem) {
        return problem.state() == Problem.State.UNKNOWN || problem.category() == Problem.Category.UNREACHABLE;
    }

    /** Under the lock, so that what was begun is settled, one way or the other. */
    private CopyState again(Author author, ProblemException failed) throws ProblemException, InterruptedException {
        try (SshConnection connection = doors.open(host);
                CopySession session = CopySession.begin(connection, host, repository, author)) {
            return session.state();
        } catch (ProblemException alsoFailed) {
            failed.addSuppressed(alsoFailed);
            throw failed;
        }
    }
}
