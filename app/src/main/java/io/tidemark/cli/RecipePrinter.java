package io.tidemark.cli;

import io.tidemark.model.Finding;
import io.tidemark.model.RecipeDifference;
import io.tidemark.text.UnifiedDiff;
import java.util.List;

/** What is wrong with treefiles and what differs between them, for people. */
final class RecipePrinter {

    private static final int CONTEXT = 3;

    private final Face face;
    private final Output out;

    RecipePrinter(Face face) {
        this.face = face;
        this.out = face.out();
    }

    void findings(List<Finding> findings) {
        if (findings.isEmpty()) {
            out.line("✓ " + face.text("recipe.sound"));
        }
        findings.forEach(this::print);
    }

    private void print(Finding finding) {
        String where = finding.line() == 0 ? "" : finding.line() + ":" + finding.column() + " ";
        out.line(NoticePrinter.mark(finding.notice().severity()) + " " + where
                + face.texts().say(finding.notice().phrase()));
    }

    void difference(RecipeDifference found) {
        if (found.none()) {
            out.line(face.text("recipe.same"));
        }
        list("recipe.more", found.added(), "+ ");
        list("recipe.fewer", found.removed(), "- ");
        if (!found.changed().isEmpty()) {
            out.line(face.text("recipe.keys"));
        }
        found.changed()
                .forEach(each ->
                        out.line("  " + each.key() + ": " + value(each.before()) + " → " + value(each.after())));
    }

    private String value(String text) {
        return text.isEmpty() ? face.text("recipe.absent") : text;
    }

    private void list(String key, List<String> names, String sign) {
        if (!names.isEmpty()) {
            out.line(face.text(key, "count", names.size()));
            names.forEach(name -> out.line("  " + sign + name));
        }
    }

    /** As {@code diff -u} shows them. */
    void lines(String before, String after, String name) {
        new UnifiedDiff(before, after, CONTEXT).lines(name, name).forEach(out::line);
    }

    void lines(String before, String beforeName, String after, String afterName) {
        new UnifiedDiff(before, after, CONTEXT).lines(beforeName, afterName).forEach(out::line);
    }
}
