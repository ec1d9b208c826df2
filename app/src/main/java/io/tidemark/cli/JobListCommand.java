package io.tidemark.cli;

import io.tidemark.model.JobRecord;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code job list}: jobs of one repository, or of all in the workspace; newest first. */
@Command(name = "list")
final class JobListCommand extends FaceCommand {

    @Parameters(arity = "0..1", paramLabel = "DIR")
    String dir;

    @Option(names = "--open")
    boolean open;

    JobListCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException {
        List<JobRecord> jobs =
                dir == null ? engine().jobs().list() : engine().jobs().of(dir);
        List<JobRecord> shown =
                jobs.stream().filter(job -> !open || !job.state().ended()).toList();
        if (common.json) {
            json(Map.of("jobs", shown));
        } else {
            Table table = new Table("llrll");
            shown.forEach(job -> table.row(cells(job)));
            table.print(face.out());
        }
        return ExitCode.DONE;
    }

    private String[] cells(JobRecord job) {
        double done = job.progress().fraction();
        boolean known = done >= 0 && !job.state().ended();
        return new String[] {
            job.id(),
            face.text("job.state." + job.state()),
            known ? face.texts().formats().percent(done) : "",
            face.texts().formats().time(job.queued()),
            String.join(" ", job.plan().command())
        };
    }
}
