package io.tidemark.engine.host;

import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.plan.Wholeness;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.Doors;
import io.tidemark.host.publish.Author;
import io.tidemark.host.publish.CopySession;
import io.tidemark.host.publish.CopyState;
import io.tidemark.host.publish.PublicFiles;
import io.tidemark.host.publish.Publishing;
import io.tidemark.host.publish.Room;
import io.tidemark.host.publish.Shipment;
import io.tidemark.host.publish.Tools;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.job.JobContext;
import io.tidemark.model.Gate;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries {@link Operation.Publish} out. */
record PublishCase(Operation.Publish asked, Repositories repositories, Doors doors) implements HostCase {

    @Override
    public Plan plan(JobContext job) throws ProblemException, InterruptedException {
        Sealed sealed = sealed();
        Gate whole = Wholeness.gate(sealed.repository(), sealed.version(), job);
        Visit visit = visit(sealed.repository());
        return visit.look(
                connection -> plan(new Checked(sealed, whole), visit.state(connection), publicFiles(connection), job));
    }

    @Override
    public Outcome run(Plan given, JobContext job) throws ProblemException, InterruptedException {
        Sealed sealed = sealed();
        Gate whole = Wholeness.gate(sealed.repository(), sealed.version(), job);
        Visit visit = visit(sealed.repository());
        Carrying carrying = new Carrying(given, new Checked(sealed, whole), job);
        visit.change(author(), carrying::on, carrying::there);
        return carrying.outcome();
    }

    private Sealed sealed() throws ProblemException {
        return Sealed.of(repositories.open(asked.dir()), asked.version());
    }

    private Visit visit(Opened repository) throws ProblemException {
        return Visit.to(doors, asked.host(), repository.name());
    }

    private Author author() {
        return new Author(
                repositories.ground().actor(),
                "host publish " + asked.version(),
                repositories.ground().clock(),
                false);
    }

    private PublicFiles publicFiles(SshConnection connection) throws ProblemException {
        return new PublicFiles(
                connection, asked.host().place(repositories.open(asked.dir()).name()));
    }

    private Plan plan(Checked checked, CopyState state, PublicFiles there, JobContext job)
            throws ProblemException, InterruptedException {
        Sealed sealed = checked.sealed();
        sealed.requireOurs(state, there.place());
        PlanBuilder plan = PlanBuilder.of(
                        asked,
                        sealed.repository(),
                        repositories.ground().clock().instant())
                .version(asked.version())
                .dependsOn(state.basis());
        Freight load = freight(sealed, state, there, job);
        String host = asked.host().name();
        if (load.isEmpty()) {
            return plan.nothingToDo(Phrase.of("step.host.there", "version", asked.version(), "host", host))
                    .build();
        }
        requireFree(state, load, there.place());
        plan.gate(checked.whole()).gate(space(there.connection(), load));
        if (state.staged(asked.version())) {
            plan.notice(Notice.info("host.staged", "version", asked.version()));
        }
        load.steps(plan, asked.version(), host);
        return plan.build();
    }

    private static Freight freight(Sealed sealed, CopyState state, PublicFiles there, JobContext job)
            throws ProblemException, InterruptedException {
        return sealed.isCommit()
                ? new CommitsThere(sealed, state, there.connection(), there.place()).load(job)
                : Load.of(sealed, state, there, job);
    }

    private static void requireFree(CopyState state, Freight load, String place) throws ProblemException {
        Optional<String> path = load.shipment().map(Shipment::path);
        if (path.isPresent() && state.hasForeign(path.get())) {
            throw new ProblemException(
                    Problem.of("host.in-the-way", Problem.Category.REFUSED, "object", place + "/" + path.get()));
        }
    }

    private Gate space(SshConnection connection, Freight load) throws ProblemException, InterruptedException {
        long needed = load.room();
        long free = Room.free(
                connection, asked.host(), repositories.open(asked.dir()).name());
        return needed <= free
                ? Gates.open(Gates.SPACE, Phrase.of("gate.space.ok", "needed", needed, "free", free))
                : Gates.closed(
                        Gates.SPACE,
                        Phrase.of("gate.space", "needed", needed, "free", free),
                        Phrase.of("gate.host.space.override"));
    }

    /** What is to be published, and whether it is as it was sealed. */
    private record Checked(Sealed sealed, Gate whole) {}

    /** One run, in which the plan is made again under the lock. */
    private final class Carrying {
        private final Plan given;
        private final Checked checked;
        private final JobContext job;
        private Plan now;
        private final Map<String, Long> figures = new HashMap<>();
        private List<String> recorded = List.of();
        private boolean again;

        Carrying(Plan given, Checked checked, JobContext job) {
            this.given = given;
            this.checked = checked;
            this.job = job;
            this.now = given;
        }

        void on(CopySession session) throws ProblemException, InterruptedException {
            PublicFiles there = publicFiles(session.connection());
            now = plan(checked, session.state(), there, job);
            Gates.require(given, now);
            if (!now.nothingToDo()) {
                carryOut(freight(checked.sealed(), session.state(), there, job), session);
            }
        }

        private void carryOut(Freight load, CopySession session) throws ProblemException, InterruptedException {
            recorded = load.recorded();
            again = recorded.isEmpty() && load.shipment().isEmpty()
                    || recorded.stream().anyMatch(path -> isRecorded(session.state(), path));
            Publishing.Done done = load.bring(session, checked.sealed(), Tools.of(session.connection()), job);
            figures.put("sent.bytes", done.sentBytes());
            figures.put("read.bytes", done.readBytes());
        }

        /** Whether it lies there, sealed, however the connection ended. */
        boolean there(CopyState state) {
            boolean version = state.version(asked.version())
                    .filter(v ->
                            v.rootDigest().equals(checked.sealed().version().rootDigest()))
                    .isPresent();
            return version && !again && recorded.stream().allMatch(path -> isRecorded(state, path));
        }

        /** Of what was taken away there after it was recorded, the record says nothing. */
        private static boolean isRecorded(CopyState state, String path) {
            return state.papers().companion(path).isPresent();
        }

        Outcome outcome() throws InterruptedException {
            String host = asked.host().name();
            if (now.nothingToDo()) {
                return Outcomes.nothing(
                        now, Phrase.of("step.host.there", "version", asked.version(), "host", host), Map.of());
            }
            List<Notice> notices = new ArrayList<>(now.notices());
            new Remembering(
                            checked.sealed().repository(),
                            asked.host(),
                            repositories.ground().actor())
                    .that(asked.version(), "", job)
                    .ifPresent(notices::add);
            return Outcomes.done(
                    now, Phrase.of("outcome.host.publish", "version", asked.version(), "host", host), figures, notices);
        }
    }
}
