package io.tidemark.engine.host;

import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Ground;
import io.tidemark.host.Doors;
import io.tidemark.host.publish.Author;
import io.tidemark.host.publish.CopyState;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.model.Host;
import io.tidemark.model.Operation;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * One channel of a copy, for what needs nothing but what lies on the host and cannot wait. Where nobody published, or no such
 * channel was ever moved, nothing is begun.
 */
record There(Visit visit, Author author, String channel) {

    static There of(Doors doors, Host host, String repository, String channel, Ground ground, String what)
            throws ProblemException {
        return new There(
                Visit.to(doors, host, repository),
                new Author(ground.actor(), what + " " + channel, ground.clock(), true),
                channel);
    }

    /** Works out what to do with a copy as it is. */
    @FunctionalInterface
    interface Planning {
        Plan of(CopyState state, SshConnection connection) throws ProblemException, InterruptedException;
    }

    Plan plan(Planning planning) throws ProblemException, InterruptedException {
        return visit.look(connection -> planning.of(required(visit.state(connection)), connection));
    }

    /** Changes the copy; see {@link Visit#change}. */
    void change(Visit.Change change, Predicate<CopyState> done) throws ProblemException, InterruptedException {
        visit.change(author, this::required, change, done);
    }

    private CopyState required(CopyState state) throws ProblemException {
        Channels.requireThere(state, place(), channel);
        return state;
    }

    String place() {
        return visit.host().place(visit.repository());
    }

    PlanBuilder builder(Operation asked, CopyState state) {
        Instant now = author.clock().instant();
        return new PlanBuilder(asked, visit.repository(), now)
                .dependsOn(state.basis())
                .channel(channel, state.target(channel));
    }
}
