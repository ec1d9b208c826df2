package io.tidemark.cli;

import io.tidemark.model.Host;
import io.tidemark.model.HostDrift;
import io.tidemark.model.HostProfile;
import io.tidemark.model.Operation;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code host provision}: makes a host what its profile says. Options alter the profile, which begins as a suggestion; a dry
 * run shows how the host differs from it, file by file, and then the plan.
 */
@Command(name = "provision")
final class HostProvisionCommand extends FaceCommand {

    @Parameters(paramLabel = "HOST")
    String name;

    @Spec
    CommandSpec spec;

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
            Plan plan = engine().operations()
                    .plan(new Operation.Provision(wanted), job)
                    .by(words());
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

    /** What was typed: a dry run saves no options, so they have to be said again. */
    private List<String> words() {
        List<String> words = new ArrayList<>(List.of("tidemark"));
        words.addAll(spec.root().commandLine().getParseResult().originalArgs());
        words.removeAll(List.of("--dry-run", "--json", "--quiet", "-q"));
        return words;
    }

    private static Map<String, Object> document(HostDrift drift, Plan plan) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("drift", drift);
        document.put("plan", plan);
        return document;
    }
}
