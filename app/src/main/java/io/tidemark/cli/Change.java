package io.tidemark.cli;

import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;

/** Carries one operation out: plan, on {@code --dry-run} show it and stop, else run it and say what was done. */
final class Change {

    private final FaceCommand command;
    private final boolean dryRun;

    Change(FaceCommand command, boolean dryRun) {
        this.command = command;
        this.dryRun = dryRun;
    }

    int carryOut(Operation operation) throws ProblemException, InterruptedException {
        try (ConsoleJob job = command.job()) {
            Plan plan = plan(operation, job);
            if (dryRun) {
                job.finish();
                return show(plan);
            }
            Outcome outcome = command.engine().operations().run(plan, job);
            job.finish();
            return tell(outcome);
        }
    }

    private Plan plan(Operation operation, ConsoleJob job) throws ProblemException, InterruptedException {
        try {
            return command.engine().operations().plan(operation, job);
        } catch (ProblemException unknownKey) {
            Operation trusting = new TrustQuestion(command.face, command.common).ask(operation, unknownKey);
            return command.engine().operations().plan(trusting, job);
        }
    }

    private int show(Plan plan) {
        if (command.common.json) {
            command.json(plan);
        } else if (!command.common.quiet) {
            new PlanPrinter(command.face).print(plan);
        }
        return plan.mayRun() ? ExitCode.DONE : Problem.Category.REFUSED.exitCode();
    }

    private int tell(Outcome outcome) {
        if (command.common.json) {
            command.json(outcome);
        } else if (command.common.quiet) {
            new OutcomePrinter(command.face).warn(outcome);
        } else {
            new OutcomePrinter(command.face).print(outcome);
        }
        return ExitCode.DONE;
    }
}
