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
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
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
        return visit.look(connection -> plan(visit, sealed, whole, connection, visit.state(connection)));
    }

    @Override
    public Outcome run(Plan given, JobContext job) throws ProblemException, InterruptedException {
        Sealed sealed = sealed();
        Gate whole = Wholeness.gate(sealed.repository(), sealed.version(), job);
        Visit visit = visit(sealed.repository());
        Carrying carrying = new Carrying(given, new Checked(sealed, whole), visit, job);
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

    private String place(Visit visit) {
        return asked.host().place(visit.repository());
    }

    private Plan plan(Visit visit, Sealed sealed, Gate whole, SshConnection connection, CopyState state)
            throws ProblemException, InterruptedException {
        sealed.requireOurs(state, place(visit));
        PlanBuilder plan = PlanBuilder.of(
                        asked,
                        sealed.repository(),
                        repositories.ground().clock().instant())
                .version(asked.version())
                .dependsOn(state.basis());
        if (sealed.there(state, place(visit)).isPresent()) {
            return plan.nothingToDo(Phrase.of(
                            "step.host.there",
                            "version",
                            asked.version(),
                            "host",
                            asked.host().name()))
                    .build();
        }
        Shipment shipment = Shipment.of(sealed.repository().store(), sealed.version(), state);
        requireFree(state, shipment, visit);
        plan.gate(whole).gate(space(connection, visit, shipment));
        if (state.staged(asked.version())) {
            plan.notice(Notice.info("host.staged", "version", asked.version()));
        }
        steps(plan, shipment);
        return plan.build();
    }

    private void steps(PlanBuilder plan, Shipment shipment) {
        Shipment.Figures figures = shipment.figures();
        String host = asked.host().name();
        if (shipment.base().isPresent()) {
            Phrase why =
                    Phrase.of("step.host.share", "base", shipment.base().get().name(), "host", host);
            plan.step(Action.SHARE, asked.version(), figures.shareFiles(), figures.shareBytes(), why);
        }
        plan.step(
                Action.PUBLISH,
                asked.version(),
                figures.sendFiles(),
                figures.sendBytes(),
                Phrase.of("step.host.send", "host", host));
        plan.step(
                Action.VERIFY,
                asked.version(),
                figures.sendFiles(),
                figures.sendBytes(),
                Phrase.of("step.host.verify", "host", host));
        plan.step(Action.SEAL, asked.version(), Phrase.of("step.host.seal", "host", host));
        plan.figure("send.files", figures.sendFiles())
                .figure("send.bytes", figures.sendBytes())
                .figure("share.files", figures.shareFiles())
                .figure("share.bytes", figures.shareBytes());
    }

    private static void requireFree(CopyState state, Shipment shipment, Visit visit) throws ProblemException {
        if (state.hasForeign(shipment.path())) {
            throw new ProblemException(Problem.of(
                    "host.in-the-way",
                    Problem.Category.REFUSED,
                    "object",
                    visit.host().place(visit.repository()) + "/" + shipment.path()));
        }
    }

    private Gate space(SshConnection connection, Visit visit, Shipment shipment)
            throws ProblemException, InterruptedException {
        long needed = shipment.figures().room();
        long free = Room.free(connection, asked.host(), visit.repository());
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
        private final Sealed sealed;
        private final Gate whole;
        private final Visit visit;
        private final JobContext job;
        private Plan now;
        private Optional<Publishing.Done> done = Optional.empty();

        Carrying(Plan given, Checked checked, Visit visit, JobContext job) {
            this.given = given;
            this.sealed = checked.sealed();
            this.whole = checked.whole();
            this.visit = visit;
            this.job = job;
            this.now = given;
        }

        void on(CopySession session) throws ProblemException, InterruptedException {
            SshConnection connection = session.connection();
            now = plan(visit, sealed, whole, connection, session.state());
            Gates.require(given, now);
            if (!now.nothingToDo()) {
                Shipment shipment = Shipment.of(sealed.repository().store(), sealed.version(), session.state());
                Tools tools = Tools.of(connection);
                done = Optional.of(
                        new Publishing(session, sealed.repository().store(), shipment, tools, job).run(sealed.facts()));
            }
        }

        /** Whether it lies there, sealed, however the connection ended. */
        boolean there(CopyState state) {
            return state.version(asked.version())
                    .filter(v -> v.rootDigest().equals(sealed.version().rootDigest()))
                    .isPresent();
        }

        Outcome outcome() throws InterruptedException {
            String host = asked.host().name();
            if (now.nothingToDo()) {
                return Outcomes.nothing(
                        now, Phrase.of("step.host.there", "version", asked.version(), "host", host), Map.of());
            }
            List<Notice> notices = new ArrayList<>(now.notices());
            new Remembering(
                            sealed.repository(),
                            asked.host(),
                            repositories.ground().actor())
                    .that(asked.version(), "", job)
                    .ifPresent(notices::add);
            Map<String, Long> figures = done.map(
                            it -> Map.of("sent.bytes", it.sentBytes(), "read.bytes", it.readBytes()))
                    .orElse(Map.of());
            return Outcomes.done(
                    now, Phrase.of("outcome.host.publish", "version", asked.version(), "host", host), figures, notices);
        }
    }
}
