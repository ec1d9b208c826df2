package io.tidemark.cli;

import io.tidemark.model.JournalEntry;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code log}: who did what, when, with which result; newest first. */
@Command(name = "log")
final class LogCommand extends FaceCommand {

    @Parameters(paramLabel = "DIR")
    String dir;

    @Option(names = "--limit", paramLabel = "N")
    int limit = 1000;

    LogCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException {
        if (limit < 0) {
            throw new ProblemException(Problem.of(
                    "plan.setting",
                    Problem.Category.USAGE,
                    "object",
                    "--limit",
                    "value",
                    limit,
                    "least",
                    0,
                    "most",
                    Integer.MAX_VALUE));
        }
        List<JournalEntry> entries = engine().views().log(dir, limit);
        if (common.json) {
            json(Map.of("entries", entries));
        } else {
            Table table = new Table("rlllll");
            entries.forEach(entry -> table.row(cells(entry)));
            table.print(face.out());
        }
        warn();
        return ExitCode.DONE;
    }

    /** Of a broken journal only what still vouches for itself is shown, and that is said beside it. */
    private void warn() throws ProblemException {
        engine().views().status(dir).notices().stream()
                .filter(notice -> notice.phrase().key().equals("journal.broken"))
                .forEach(notice -> new NoticePrinter(face).print(notice, face.err()));
    }

    private String[] cells(JournalEntry entry) {
        return new String[] {
            String.valueOf(entry.sequence()),
            face.texts().formats().time(entry.time()),
            entry.actor(),
            face.text("journal." + entry.event()),
            what(entry),
            face.texts().reason(entry)
        };
    }

    private static String what(JournalEntry entry) {
        if (entry.channel().isEmpty()) {
            return entry.version();
        }
        String from = entry.from().isEmpty() ? "" : entry.from() + " → ";
        return entry.channel() + ": " + from + entry.version();
    }
}
