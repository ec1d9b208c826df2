package io.tidemark.cli;

import io.tidemark.model.Comparison;
import io.tidemark.model.DirectoryChange;
import io.tidemark.model.FileChange;
import io.tidemark.model.PackageChange;
import io.tidemark.text.Formats;

/** A comparison in lines: boot-critical changes and advice first, then packages, then directories. */
final class DiffPrinter {

    private final Face face;
    private final Output out;
    private final Formats formats;

    DiffPrinter(Face face) {
        this.face = face;
        this.out = face.out();
        this.formats = face.texts().formats();
    }

    void print(Comparison comparison) {
        out.line(face.text(
                "cli.diff.head",
                "after",
                comparison.after().name(),
                "before",
                comparison.before().name(),
                "bytes",
                comparison.bytes()));
        boot(comparison);
        comparison.advice().forEach(notice -> new NoticePrinter(face).print(notice, out));
        packages(comparison);
        directories(comparison);
    }

    void file(FileChange change) {
        String moved = change.from().isEmpty() ? "" : change.from() + " → ";
        out.line(mark(change.kind()) + " " + moved + change.path() + "  "
                + formats.signedBytes(change.newSize() - change.oldSize()));
    }

    private void boot(Comparison comparison) {
        Table table = new Table("llll");
        comparison
                .boot()
                .forEach(change -> table.row(
                        "⚠ " + face.text("boot." + change.role()),
                        change.name(),
                        or(change.before()),
                        "→ " + or(change.after())));
        table.print(out);
    }

    private void packages(Comparison comparison) {
        if (comparison.packages().isEmpty()) {
            return;
        }
        out.line(face.text(
                "cli.diff." + comparison.items().word(),
                "count",
                comparison.packages().size()));
        Table table = new Table("lllllr");
        comparison.packages().forEach(change -> table.row(cells(change, comparison.items())));
        table.print(out);
    }

    private String[] cells(PackageChange change, Comparison.Items items) {
        return new String[] {
            "  " + face.text("change." + items.word() + "." + change.kind()),
            change.section(),
            change.name(),
            or(change.before()),
            "→ " + or(change.after()),
            items == Comparison.Items.COMMITS ? "" : formats.signedBytes(change.sizeDelta())
        };
    }

    private void directories(Comparison comparison) {
        long total =
                comparison.files().values().stream().mapToLong(Long::longValue).sum();
        out.line(face.text("cli.diff.files", "count", total));
        Table table = new Table("lrrrrr");
        comparison.directories().forEach(directory -> table.row(cells(directory)));
        table.print(out);
    }

    private String[] cells(DirectoryChange directory) {
        return new String[] {
            "  " + (directory.path().isEmpty() ? "." : directory.path()),
            "+" + formats.number(directory.added()),
            "−" + formats.number(directory.removed()),
            "~" + formats.number(directory.changed()),
            "→" + formats.number(directory.moved()),
            formats.signedBytes(directory.bytes())
        };
    }

    private static String mark(FileChange.Kind kind) {
        return switch (kind) {
            case ADDED -> "A";
            case REMOVED -> "D";
            case CHANGED -> "M";
            case MOVED -> "R";
        };
    }

    private static String or(String version) {
        return version.isEmpty() ? "–" : version;
    }
}
