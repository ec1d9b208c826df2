package io.tidemark.cli;

import io.tidemark.model.Operation;
import io.tidemark.model.ProblemException;
import picocli.CommandLine.Mixin;

/** A command that carries out one operation: plan, show, act. */
abstract sealed class ChangeCommand extends FaceCommand
        permits InitCommand,
                UpdateCommand,
                SyncCommand,
                SnapshotCommand,
                PromoteCommand,
                RollbackCommand,
                ReleaseCommand,
                PinCommand,
                UnpinCommand,
                VerifyCommand,
                PruneCommand,
                SealCommand,
                ShareCommand,
                ConfigureCommand,
                DeltaRunCommand,
                HostPublishCommand,
                HostSwitchCommand,
                HostRollbackCommand,
                HostReleaseCommand {

    @Mixin
    final ChangeOptions change = new ChangeOptions();

    ChangeCommand(Face face) {
        super(face);
    }

    /** What the arguments ask for. */
    abstract Operation operation() throws ProblemException;

    @Override
    final int run() throws ProblemException, InterruptedException {
        return new Change(this, change.dryRun).carryOut(operation());
    }
}
