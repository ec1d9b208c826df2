package io.tidemark.engine.host;

import io.tidemark.host.check.WritersThere;
import io.tidemark.model.ForeignWriter;
import io.tidemark.schedule.TextWriters;
import io.tidemark.schedule.TextWriters.Form;
import io.tidemark.schedule.TextWriters.Text;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what hosts say of their cron tables and services. */
record FarWriters() implements WritersThere {

    @Override
    public List<ForeignWriter> find(String directory, Texts texts) {
        List<ForeignWriter> found = new ArrayList<>();
        find(directory, Form.SYSTEM_TABLE, texts.system(), found);
        find(directory, Form.USER_TABLE, texts.users(), found);
        find(directory, Form.UNIT, texts.units(), found);
        return found;
    }

    private static void find(String directory, Form form, Map<String, String> texts, List<ForeignWriter> found) {
        texts.forEach((file, content) -> found.addAll(find(directory, new Text(form, file, content))));
    }

    /** Names that are no paths here are passed over. */
    private static List<ForeignWriter> find(String directory, Text text) {
        try {
            return new TextWriters(Path.of(directory)).find(List.of(text));
        } catch (InvalidPathException odd) {
            return List.of();
        }
    }
}
