package io.tidemark.cli;

import io.tidemark.engine.Engine;
import io.tidemark.engine.Json;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command: common options, then one call of the engine and one way of answering. */
sealed class FaceCommand implements Callable<Integer>
        permits ChangeCommand,
                StatusCommand,
                VersionsCommand,
                DiffCommand,
                ExportCommand,
                LogCommand,
                ServeCommand,
                DemoCommand,
                GuiCommand,
                CompletionCommand,
                ManCommand,
                AdoptCommand,
                DeltaCommand,
                DeltaMakeCommand,
                DeltaApplyCommand,
                DeltaInfoCommand,
                DeltaSignCommand,
                DeltaPlanCommand,
                PuavoCommand,
                InstallOnCommand,
                TreefileCommand,
                TreefileCheckCommand,
                RecipeCommand,
                JobCommand,
                JobListCommand,
                JobAttachCommand,
                JobCancelCommand,
                HostCommand,
                HostAddCommand,
                HostListCommand,
                HostCheckCommand,
                HostProvisionCommand,
                HostClientsCommand,
                HostMailCommand,
                HostRemoveCommand {

    final Face face;

    @Mixin
    final CommonOptions common = new CommonOptions();

    FaceCommand(Face face) {
        this.face = face;
    }

    /** The commands below this one. */
    List<FaceCommand> below() {
        return List.of();
    }

    /** Does the work; answers the exit code. */
    int run() throws ProblemException, InterruptedException {
        return ExitCode.DONE;
    }

    @Override
    public final Integer call() {
        try {
            return run();
        } catch (ProblemException failed) {
            return new Failures(face, common.json).report(failed);
        } catch (InterruptedException cancelled) {
            return new Failures(face, common.json).cancelled();
        }
    }

    Engine engine() {
        return face.engine(common);
    }

    /** Opens a job on this thread. */
    ConsoleJob job() {
        return new ConsoleJob(face.cpu(), face, common.quiet || common.json);
    }

    /** Prints a record as the one JSON document of this command. */
    void json(Object document) {
        face.out().document(Json.pretty(document) + "\n");
    }
}
