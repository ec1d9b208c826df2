package io.tidemark.cli;

import io.tidemark.model.JobRecord;
import io.tidemark.model.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code job cancel}: stops a job and waits until the repository is in order. */
@Command(name = "cancel")
final class JobCancelCommand extends FaceCommand {

    @Parameters(index = "0", paramLabel = "DIR")
    String dir;

    @Parameters(index = "1", paramLabel = "ID")
    String id;

    JobCancelCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        JobRecord job = JobChoice.of(engine().jobs(), dir, id);
        engine().jobs().cancel(job.id());
        JobRecord ended = engine().jobs().await(job.id());
        if (common.json) {
            json(ended);
        } else {
            String state = face.text("job.state." + ended.state());
            face.out().line(face.text("cli.job.ended", "id", ended.id(), "state", state));
        }
        return ExitCode.DONE;
    }
}
