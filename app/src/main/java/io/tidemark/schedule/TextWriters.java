package io.tidemark.schedule;

import io.tidemark.model.ForeignWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds programs that write into a tree of another machine, in what that machine said its cron tables and units are. Nothing
 * here is looked at or run; scripts that they call stay unread.
 */
public final class TextWriters {

    /** What a text is. */
    public enum Form {
        /** A cron table whose lines name a user. */
        SYSTEM_TABLE,
        /** A cron table of one user. */
        USER_TABLE,
        /** A service of systemd. */
        UNIT
    }

    /** A file of that machine. */
    public record Text(Form form, String file, String content) {}

    private final WritingRule rule;

    /** Looks for what writes below that directory. */
    public TextWriters(Path tree) {
        rule = new WritingRule(new TreePaths(tree, false), true, (script, start) -> Optional.empty());
    }

    /** The writers, in the order of the texts. */
    public List<ForeignWriter> find(List<Text> texts) {
        List<ForeignWriter> found = new ArrayList<>();
        for (Text text : texts) {
            if (text.form() == Form.UNIT) {
                Units.writer(Path.of(text.file()), text.content(), rule).ifPresent(found::add);
            } else {
                found.addAll(table(text));
            }
        }
        return found;
    }

    private List<ForeignWriter> table(Text text) {
        List<CronLine> lines = new ArrayList<>();
        CronTables.read(Path.of(text.file()), text.content(), text.form() == Form.SYSTEM_TABLE, lines);
        return lines.stream()
                .filter(line -> rule.writes(line.command(), Optional.empty()))
                .map(line -> new ForeignWriter(
                        ForeignWriter.Kind.CRON,
                        line.file() + ":" + line.number(),
                        line.text().strip(),
                        false))
                .toList();
    }
}
