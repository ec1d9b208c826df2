package io.tidemark.ui.compare;

import io.tidemark.model.ChangePage;
import io.tidemark.model.Comparison;
import io.tidemark.model.FileChange;
import io.tidemark.model.Notice;
import io.tidemark.model.PackageChange;
import io.tidemark.model.ProblemException;
import io.tidemark.text.Texts;
import java.io.IOException;
import java.io.Writer;

/** The comparison as plain text in the reader's language, to be mailed or put beside a change request. */
final class TextReport implements Report {

    private final String repository;
    private final Texts texts;

    TextReport(String repository, Texts texts) {
        this.repository = repository;
        this.texts = texts;
    }

    @Override
    public void write(Comparison comparison, Pages files, Writer out)
            throws IOException, ProblemException, InterruptedException {
        String before = comparison.before().name();
        String after = comparison.after().name();
        line(out, texts.get("compare.report.title", "repository", repository, "before", before, "after", after));
        line(out, texts.get("compare.report.size", "bytes", comparison.bytes()));
        boot(comparison, out);
        packages(comparison, out);
        files(files, out);
    }

    private void boot(Comparison comparison, Writer out) throws IOException {
        heading(out, texts.get("compare.report.boot", "count", comparison.boot().size()));
        for (Comparison.BootChange change : comparison.boot()) {
            String role = texts.get("boot." + change.role());
            line(out, "  " + role + "  " + change.name() + "  " + arrow(change.before(), change.after()));
        }
        for (Notice advice : comparison.advice()) {
            line(out, "  * " + texts.say(advice.phrase()));
        }
    }

    private void packages(Comparison comparison, Writer out) throws IOException {
        heading(
                out,
                texts.get(
                        "compare.report." + comparison.items().word(),
                        "count",
                        comparison.packages().size()));
        for (PackageChange change : comparison.packages()) {
            String kind = texts.get("change." + comparison.items().word() + "." + change.kind());
            String size = texts.formats().signedBytes(change.sizeDelta());
            String versions = arrow(change.before(), change.after());
            line(out, "  %s  %s  %s  %s  (%s)".formatted(kind, change.section(), change.name(), versions, size));
        }
    }

    private void files(Pages pages, Writer out) throws IOException, ProblemException, InterruptedException {
        ChangePage page = pages.from(0);
        heading(out, texts.get("compare.report.files", "count", page.total()));
        long offset = 0;
        while (!page.changes().isEmpty()) {
            for (FileChange change : page.changes()) {
                file(change, out);
            }
            offset += page.changes().size();
            if (offset >= page.total()) {
                return;
            }
            page = pages.from(offset);
        }
    }

    private void file(FileChange change, Writer out) throws IOException {
        String kind = texts.get("change.file." + change.kind());
        String size = texts.formats().signedBytes(change.newSize() - change.oldSize());
        String path = change.from().isEmpty() ? change.path() : arrow(change.from(), change.path());
        line(out, "  %s  %s  (%s)".formatted(kind, path, size));
    }

    private static String arrow(String before, String after) {
        return (before.isEmpty() ? "–" : before) + " → " + (after.isEmpty() ? "–" : after);
    }

    private static void heading(Writer out, String text) throws IOException {
        line(out, "");
        line(out, text);
    }

    private static void line(Writer out, String text) throws IOException {
        out.write(text + "\n");
    }
}
