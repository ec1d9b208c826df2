package io.tidemark.ui.compare;

import io.tidemark.model.ChangePage;
import io.tidemark.model.Comparison;
import io.tidemark.model.FileChange;
import io.tidemark.model.PackageChange;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Comma-separated values after RFC 4180: one line for each boot-critical change, package and file. Names come from
 * upstream, so that a text which a spreadsheet would take for a formula is given an apostrophe first.
 */
final class CsvReport implements Report {

    private static final String HEADER = "what,change,place,name,before,after,bytes";
    private static final String FORMULA = "=+-@\t\r";

    @Override
    public void write(Comparison comparison, Pages files, Writer out)
            throws IOException, ProblemException, InterruptedException {
        out.write(HEADER + "\r\n");
        for (Comparison.BootChange change : comparison.boot()) {
            line(out, "boot", change.role(), "", change.name(), change.before(), change.after(), "");
        }
        for (PackageChange change : comparison.packages()) {
            String bytes = String.valueOf(change.sizeDelta());
            line(
                    out,
                    comparison.items() == Comparison.Items.COMMITS ? "commit" : "package",
                    change.kind(),
                    change.section(),
                    change.name(),
                    change.before(),
                    change.after(),
                    bytes);
        }
        files(files, out);
    }

    private static void files(Pages files, Writer out) throws IOException, ProblemException, InterruptedException {
        long offset = 0;
        ChangePage page;
        do {
            page = files.from(offset);
            for (FileChange change : page.changes()) {
                String bytes = String.valueOf(change.newSize() - change.oldSize());
                line(out, "file", change.kind(), change.from(), change.path(), "", "", bytes);
            }
            offset += page.changes().size();
        } while (!page.changes().isEmpty() && offset < page.total());
    }

    /** Place, name, before, after and bytes, in this order. */
    private static void line(Writer out, String what, Enum<?> change, String... fields) throws IOException {
        out.write(what + "," + change.name().toLowerCase(Locale.ROOT));
        for (int i = 0; i < fields.length; i++) {
            boolean number = i == fields.length - 1;
            out.write("," + (number ? fields[i] : field(fields[i])));
        }
        out.write("\r\n");
    }

    private static String field(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
