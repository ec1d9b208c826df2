package io.tidemark.ui.repository;

import static io.tidemark.model.PackageChange.Kind.ADDED;
import static io.tidemark.model.PackageChange.Kind.DOWNGRADED;
import static io.tidemark.model.PackageChange.Kind.REBUILT;
import static io.tidemark.model.PackageChange.Kind.REMOVED;
import static io.tidemark.model.PackageChange.Kind.UPGRADED;

import io.tidemark.model.Version;
import io.tidemark.text.Texts;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.CommandLine;
import io.tidemark.ui.part.Words;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a version contains: bytes, files, how much of it is shared, packages, changes, who sealed it, its digest. */
final class ContentsColumn {

    private final Texts texts;
    private final String listed;
    private final VBox facts = new VBox(5);

    /** Texts, and which of them calls what the version lists. */
    ContentsColumn(Texts texts, String listed) {
        this.texts = texts;
        this.listed = listed;
    }

    VBox of(Details details) {
        Version version = details.version();
        VBox column = new VBox(8, Words.heading(texts.get("ui.contents")));
        if (version.bytes() >= 0) {
            column.getChildren().add(size(version));
        }
        if (version.bytes() > 0 && version.newBytes() >= 0) {
            column.getChildren().addAll(new ShareBar(version.newBytes() / (double) version.bytes()), shares(version));
        }
        fill(details);
        column.getChildren().add(facts);
        version.marks().forEach(mark -> column.getChildren().add(Words.wrapped(texts.say(mark.phrase()), "muted")));
        return column;
    }

    private FlowPane size(Version version) {
        Label figure = Words.plain(texts.formats().bytes(version.bytes()), "figure");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        FlowPane row =
                new FlowPane(8, 2, figure, Words.muted(texts.get("ui.contents.files", "files", version.files())));
        row.setRowValignment(VPos.BASELINE);
        return row;
    }

    private FlowPane shares(Version version) {
        long shared = Math.max(0, version.bytes() - version.newBytes());
        return new FlowPane(
                20,
                4,
                share("shared", texts.get("ui.contents.shared", "bytes", shared)),
                share("unique", texts.get("ui.contents.unique", "bytes", version.newBytes())));
    }

    private static HBox share(String style, String words) {
        Region dot = new Region();
        dot.getStyleClass().addAll("share-dot", style);
        HBox box = new HBox(6, dot, Words.plain(words, "table-size"));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void fill(Details details) {
        Version version = details.version();
        details.facts()
                .filter(read -> !read.packages().isEmpty())
                .ifPresent(read ->
                        fact(listed, texts.formats().number(read.packages().size())));
        details.comparison()
                .filter(read -> !read.packages().isEmpty())
                .ifPresent(read -> fact(
                        "ui.contents.changes",
                        changes("ui.contents.changed", details),
                        changes("ui.contents.changed.short", details)));
        String made = texts.formats().time(version.created());
        fact(version.rootDigest().isEmpty() ? "ui.contents.made" : "ui.contents.sealed", made);
        if (!version.actor().isEmpty()) {
            fact("ui.contents.by", version.actor());
        }
        if (!version.rootDigest().isEmpty()) {
            row("ui.contents.manifest", digest(version.rootDigest()));
        }
    }

    private String changes(String key, Details details) {
        return texts.get(
                key,
                "updated",
                details.count(UPGRADED, DOWNGRADED, REBUILT),
                "added",
                details.count(ADDED),
                "removed",
                details.count(REMOVED));
    }

    private Region digest(String digest) {
        Label code = Words.plain(digest.substring(0, 8) + "…" + digest.substring(digest.length() - 4), "code", "small");
        HBox row = new HBox(4, code, Buttons.icon(texts.get("ui.copy"), Feather.COPY, () -> CommandLine.copy(digest)));
        row.getChildren().getLast().getStyleClass().addAll("flat", "tiny");
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    private void fact(String key, String... values) {
        row(key, Stream.of(values).map(this::value).toArray(Region[]::new));
    }

    private Region value(String words) {
        Label label = Words.wrapped(words, "table-size", "right");
        label.maxWidthProperty().bind(facts.widthProperty());
        return label;
    }

    private void row(String key, Region... value) {
        Label name = Words.plain(texts.get(key), "muted", "table-size");
        name.setMinWidth(Region.USE_PREF_SIZE);
        facts.getChildren().add(new Fact(name, value));
    }
}
