package io.tidemark.cli;

import io.tidemark.model.Host;
import io.tidemark.model.HostDrift;
import io.tidemark.model.HostProfile;
import io.tidemark.model.Operation;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code host provision}: makes a host what its profile says. Options alter the profile, which begins as a suggestion; a dry
 * run shows how the host differs from it, file by file, and then the plan.
 */
@Command(name = "provision")
final class HostProvisionCommand extends FaceCommand {

    @Parameters(paramLabel = "HOST")
    String name;

    @Mixin
    final ProfileOptions options = new ProfileOptions();

    @Mixin
    final ChangeOptions change = new ChangeOptions();

    HostProvisionCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        Host known = engine().hosts().get(name);
        Host wanted = known.with(options.over(profile(known)));
        if (change.dryRun) {
            return show(wanted);
        }
        if (!known.profile().equals(wanted.profile())) {
            engine().hosts().save(wanted);
        }
        return new Change(this, false).carryOut(new Operation.Provision(wanted));
    }

    private HostProfile profile(Host host) throws ProblemException {
        Optional<HostProfile> profile = host.profile();
        return profile.isPresent() ? profile.get() : engine().hosts().suggestProfile(name);
    }

    private int show(Host wanted) throws ProblemException, InterruptedException {
        try (ConsoleJob job = job()) {
            HostDrift drift = engine().hosts().driftOf(wanted, job);
            Plan plan = engine().operations().plan(new Operation.Provision(wanted), job);
            job.finish();
            if (common.json) {
                json(document(drift, plan));
            } else if (!common.quiet) {
                new DriftPrinter(face).print(drift);
                new PlanPrinter(face).print(plan);
            }
            return plan.mayRun() ? ExitCode.DONE : Problem.Category.REFUSED.exitCode();
        }
    }

    private static Map<String, Object> document(HostDrift drift, Plan plan) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("drift", drift);
        document.put("plan", plan);
        return document;
    }
}
