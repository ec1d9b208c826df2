package io.tidemark.ui.wizard;

import io.tidemark.model.KindInfo;
import io.tidemark.model.Notice;
import io.tidemark.model.Severity;
import io.tidemark.ui.Latest;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Stands below the address of an upstream: which protocol suits it and why, as soon as it is typed; and where the address
 * names a daemon without a module, its modules to choose from.
 */
final class UpstreamAdvice extends VBox {

    private static final Predicate<String> DAEMON =
            Pattern.compile("(?i)rsync://[^/]+/?").asMatchPredicate();

    private final UpstreamDraft draft;
    private final Ui ui;
    private final VBox notes = new VBox(8);
    private final VBox parts = new VBox(8);
    private final Latest advising;
    private final Latest listing;

    UpstreamAdvice(UpstreamDraft draft, Ui ui) {
        super(8);
        this.draft = draft;
        this.ui = ui;
        this.advising = ui.bridge().latest();
        this.listing = ui.bridge().latest();
        getChildren().addAll(notes, parts);
        Runnable refresh = ui.bridge().coalesced(this::refresh);
        draft.url.text().subscribe(_ -> refresh.run());
        draft.kind().subscribe(_ -> refresh.run());
        managedProperty().bind(visibleProperty());
    }

    private void refresh() {
        KindInfo kind = draft.kind().get();
        String url = draft.url.trimmed();
        boolean some = kind != null && !url.isEmpty() && draft.url.valid().get();
        listing.cancel();
        parts.getChildren().clear();
        if (!some) {
            advising.cancel();
            show(List.of());
            return;
        }
        if (DAEMON.test(url)) {
            Button button = Buttons.plain(ui.text("wizard.add.modules"), Feather.LIST, () -> list(kind, url));
            button.setId("list-modules");
            parts.getChildren().setAll(button);
        }
        advising.call(_ -> ui.engine().views().advise(kind.id(), draft.upstream()), this::show);
    }

    private void show(List<Notice> advice) {
        notes.getChildren()
                .setAll(advice.stream()
                        .map(notice -> new InlineNote(
                                tone(notice.severity()), ui.texts().say(notice.phrase())))
                        .toList());
        setVisible(!advice.isEmpty() || !parts.getChildren().isEmpty());
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case GOOD -> Tone.SUCCESS;
            case INFO -> Tone.NEUTRAL;
            case WARNING -> Tone.WARNING;
            case DANGER -> Tone.DANGER;
        };
    }

    private void list(KindInfo kind, String url) {
        parts.getChildren().setAll(Words.muted(ui.text("wizard.add.modules.asking")));
        listing.call(
                job -> ui.engine().views().parts(kind.id(), url, job),
                found -> choose(url, found),
                problem -> parts.getChildren().setAll(new ProblemNote(problem, ui.texts())));
    }

    private void choose(String url, List<String> found) {
        if (found.isEmpty()) {
            parts.getChildren().setAll(Words.muted(ui.text("wizard.add.modules.none")));
            return;
        }
        ComboBox<String> box = new ComboBox<>();
        box.setId("modules");
        box.getItems().setAll(found);
        box.setPromptText(ui.text("wizard.add.modules.choose"));
        box.setMaxWidth(360);
        String base = url.endsWith("/") ? url : url + "/";
        box.valueProperty().subscribe(module -> {
            if (module != null) {
                draft.url.text().set(base + module + "/");
            }
        });
        parts.getChildren().setAll(box);
    }
}
