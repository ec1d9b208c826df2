package io.tidemark.schedule;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Crontab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The user's own cron table, edited through the program that keeps it; a copy of it as it was stays in the user's home. */
final class OwnTable {

    /** How lines of this table name their place. */
    static final Path PLACE = Path.of("crontab");

    private final Crontab crontab;
    private final Path backup;

    OwnTable(SystemPlaces places) {
        this.crontab = new Crontab(places.path());
        this.backup = places.backup();
    }

    /** Exchanges one line for another. */
    void replace(int number, String before, String after) throws ProblemException, InterruptedException {
        String table = crontab.read().orElse("");
        String edited = CronEdit.replaced(table, new CronEdit.Line(PLACE + ":" + number, number), before, after);
        if (!edited.equals(table)) {
            keep(table);
            crontab.write(edited);
        }
    }

    private void keep(String table) throws ProblemException {
        try {
            if (Files.notExists(backup)) {
                Files.createDirectories(backup.getParent());
                Files.writeString(backup, table, StandardOpenOption.CREATE_NEW);
            }
        } catch (IOException error) {
            throw new ProblemException(
                    Problem.of("writer.edit", Problem.Category.STORAGE, "object", backup)
                            .with(error.toString()),
                    error);
        }
    }
}
