package io.tidemark.cli;

import io.tidemark.model.ChangePage;
import io.tidemark.model.Comparison;
import io.tidemark.model.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff}: two versions side by side; what clients boot from first. */
@Command(name = "diff")
final class DiffCommand extends FaceCommand {

    private static final int PAGE = 10_000;

    @Parameters(index = "0", paramLabel = "DIR")
    String dir;

    @Parameters(index = "1", paramLabel = "A")
    String before;

    @Parameters(index = "2", paramLabel = "B")
    String after;

    @Option(names = "--files")
    boolean files;

    DiffCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException, InterruptedException {
        try (ConsoleJob job = job()) {
            Comparison comparison = engine().views().compare(dir, before, after, job);
            if (common.json) {
                jsonDocument(comparison, job);
            } else {
                job.finish();
                new DiffPrinter(face).print(comparison);
                if (files) {
                    printFiles(job);
                }
            }
        }
        return ExitCode.DONE;
    }

    private void printFiles(ConsoleJob job) throws ProblemException, InterruptedException {
        DiffPrinter printer = new DiffPrinter(face);
        ChangePage page;
        long offset = 0;
        do {
            page = page(offset, job);
            page.changes().forEach(printer::file);
            offset += page.changes().size();
        } while (offset < page.total() && !page.changes().isEmpty());
    }

    private void jsonDocument(Comparison comparison, ConsoleJob job) throws ProblemException, InterruptedException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("comparison", comparison);
        document.put("changes", page(0, job));
        json(document);
    }

    private ChangePage page(long offset, ConsoleJob job) throws ProblemException, InterruptedException {
        return engine().views().changes(dir, before, after, Set.of(), "", offset, PAGE, job);
    }
}
