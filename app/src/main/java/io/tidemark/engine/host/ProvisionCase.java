package io.tidemark.engine.host;

import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.Doors;
import io.tidemark.host.provision.Proposal;
import io.tidemark.host.provision.Provisioner;
import io.tidemark.host.provision.Survey;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.job.JobContext;
import io.tidemark.model.Host;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep;
import io.tidemark.model.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Carries {@link Operation.Provision} out. */
record ProvisionCase(Operation.Provision asked, Repositories repositories, Doors doors) implements HostCase {

    @Override
    public Plan plan(JobContext job) throws ProblemException, InterruptedException {
        HostRules.require(host());
        job.progress().phase("provision-look", -1, -1);
        try (SshConnection connection = doors.open(host())) {
            return plan(Survey.of(connection, host(), clock().instant()));
        }
    }

    @Override
    public Outcome run(Plan given, JobContext job) throws ProblemException, InterruptedException {
        HostRules.require(host());
        job.progress().phase("provision-look", -1, -1);
        try (SshConnection connection = doors.open(host());
                Provisioner provisioner = Provisioner.open(connection, host(), clock())) {
            Survey survey = provisioner.look();
            Plan now = plan(survey);
            Gates.require(given, now);
            if (now.nothingToDo()) {
                return Outcomes.nothing(now, now.steps().getFirst().reason(), Map.of());
            }
            List<Notice> notices = new ArrayList<>(now.notices());
            notices.addAll(provisioner.apply(survey, job));
            return Outcomes.done(now, done(survey), Map.of(), notices);
        }
    }

    private Phrase done(Survey survey) {
        return Phrase.of(
                "outcome.provision",
                "host",
                host().name(),
                "count",
                survey.drift().differing());
    }

    private Plan plan(Survey survey) {
        Proposal proposal = new Proposal(survey);
        PlanBuilder plan = new PlanBuilder(asked, host().name(), clock().instant())
                .gates(proposal.gates())
                .notices(proposal.notices());
        if (proposal.nothingToDo()) {
            return plan.nothingToDo(Phrase.of("step.nothing.provision", "host", host().name()))
                    .build();
        }
        for (PlanStep step : proposal.steps()) {
            plan.step(step.action(), step.subject(), step.files(), step.bytes(), step.reason());
        }
        return plan.figure("items", survey.drift().differing()).build();
    }

    private Host host() {
        return asked.host();
    }

    private Clock clock() {
        return repositories.ground().clock();
    }
}
