package io.tidemark.schedule;

import io.tidemark.model.ForeignWriter;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds programs other than ours that write into a tree: cron lines and scripts, services of systemd, running processes.
 * {@code rsync --delete} through a channel's link and {@code wget --mirror} destroy sealed versions, so they are named
 * before anything is shared. Blocks for as long as reading some hundred small files takes. Safe for all threads.
 */
public final class ForeignWriters {

    private final SystemPlaces places;

    /** Looks at this machine. */
    public ForeignWriters() {
        this(SystemPlaces.here());
    }

    ForeignWriters(SystemPlaces places) {
        this.places = places;
    }

    /**
     * Programs that write below this directory, or through a link to it; those that only read are not named. With
     * {@code NAME.versions} goes the public path {@code NAME} beside it.
     */
    public List<ForeignWriter> find(Path tree) throws InterruptedException {
        TreePaths paths = new TreePaths(tree);
        WritingRule rule = new WritingRule(paths, true);
        CronTables tables = new CronTables(places);
        List<ForeignWriter> found = new ArrayList<>();
        for (CronLine line : tables.lines()) {
            if (rule.writes(line.command(), Optional.empty())) {
                String where = line.file() + ":" + line.number();
                boolean mine = own(line.file()) || Files.isWritable(line.file().getParent());
                found.add(new ForeignWriter(ForeignWriter.Kind.CRON, where, line.text(), mine));
            }
        }
        for (Path script : tables.scripts()) {
            if (rule.writes(SmallFiles.text(script).orElse(""), Optional.empty())) {
                found.add(new ForeignWriter(ForeignWriter.Kind.CRON, script.toString(), script.toString(), false));
            }
        }
        found.addAll(new Units(places).writing(rule));
        found.addAll(new Processes(places).writing(paths));
        return found;
    }

    /**
     * Comments a cron line out, durably and in one step; a copy of the table stays beside it.
     *
     * @throws ProblemException {@code writer.changed} if the line is no longer there, {@code writer.edit} if the table
     *     cannot be written, {@code writer.not-ours} if it is no cron line
     */
    public void disable(ForeignWriter writer) throws ProblemException, InterruptedException {
        if (own(place(writer))) {
            new OwnTable(places).replace(number(writer), writer.what(), CronEdit.MARK + writer.what());
        } else {
            new CronEdit(place(writer)).disable(number(writer), writer.what());
        }
    }

    /** Undoes {@link #disable}. */
    public void enable(ForeignWriter writer) throws ProblemException, InterruptedException {
        if (own(place(writer))) {
            new OwnTable(places).replace(number(writer), CronEdit.MARK + writer.what(), writer.what());
        } else {
            new CronEdit(place(writer)).enable(number(writer), writer.what());
        }
    }

    private static boolean own(Path table) {
        return table.equals(OwnTable.PLACE);
    }

    private static Path place(ForeignWriter writer) throws ProblemException {
        if (writer.kind() != ForeignWriter.Kind.CRON || !writer.where().matches("(?s).*:[0-9]+")) {
            throw new ProblemException(
                    Problem.of("writer.not-ours", Problem.Category.REFUSED, "object", writer.where()));
        }
        return Path.of(writer.where().substring(0, writer.where().lastIndexOf(':')));
    }

    private static int number(ForeignWriter writer) {
        return Integer.parseInt(writer.where().substring(writer.where().lastIndexOf(':') + 1));
    }
}
