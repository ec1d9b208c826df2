package io.tidemark.ui.wizard;

import io.tidemark.model.Version;
import io.tidemark.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Spinner;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Prune: ticked versions, or all but the newest. The plan says what is freed exactly and what is refused. */
final class PruneWizard {

    private final Facts facts;
    private final Ui ui;
    private final NextSteps next;
    private final PruneDraft draft;

    PruneWizard(Facts facts, NextSteps next, Ui ui) {
        this.facts = facts;
        this.ui = ui;
        this.next = next;
        this.draft = new PruneDraft(facts.name());
    }

    Recipe recipe(List<String> chosen) {
        draft.versions.addAll(chosen);
        int keep = facts.status().config().policies().keep();
        draft.keep.set(keep > 0 ? keep : draft.keep.get());
        Recipe.Title title = new Recipe.Title(
                Feather.TRASH_2,
                ui.text("wizard.prune.title", "name", facts.name()),
                ui.text("wizard.prune.start"),
                ui.text("wizard.prune.last"),
                true);
        return new Recipe(title, draft, List.of(page()), new Recipe.Ending(Sequel.NONE, _ -> List.of(next.open())));
    }

    private OptionPage page() {
        ObjectProperty<Boolean> byNumber = new SimpleObjectProperty<>(draft.byNumber.get());
        byNumber.addListener((_, _, yes) -> draft.byNumber.set(yes));
        Spinner<Integer> keep = new Spinner<>(1, 9_999, draft.keep.get());
        keep.setEditable(true);
        keep.setMaxWidth(110);
        keep.valueProperty().addListener((_, _, number) -> draft.keep.set(number));
        RadioCards<Boolean> cards = new RadioCards<>(byNumber)
                .card(false, Feather.CHECK_SQUARE, ui.text("wizard.prune.chosen"), "")
                .card(true, Feather.HASH, ui.text("wizard.prune.keep"), ui.text("wizard.prune.keep.help"), keep);
        TickList ticks = new TickList(facts.servable(), draft.versions, this::words, ui);
        ticks.disableProperty().bind(draft.byNumber);
        VBox both = new VBox(12, cards, ticks);
        return new OptionPage(
                ui.text("wizard.prune.page"),
                summary(ticks),
                draft.complete(),
                new Form().intro(ui.text("wizard.prune.intro")).add(both));
    }

    private ObservableValue<String> summary(TickList ticks) {
        ObservableValue<String> ticked = ticks.summary();
        return Bindings.createStringBinding(
                () -> draft.byNumber.get()
                        ? ui.text("wizard.prune.summary", "count", draft.keep.get())
                        : ticked.getValue(),
                draft.byNumber,
                draft.keep,
                draft.versions);
    }

    /** What speaks against deleting it comes first. */
    private String words(Version version) {
        List<String> words = new ArrayList<>();
        version.channels().forEach(channel -> words.add(ui.text("wizard.prune.followed", "channel", channel)));
        version.pin().ifPresent(reason -> words.add(ui.text("wizard.prune.pinned", "reason", reason)));
        words.add(ui.texts().formats().date(version.created()));
        if (version.newBytes() >= 0) {
            words.add(ui.text("wizard.prune.own", "bytes", version.newBytes()));
        }
        return String.join(" · ", words);
    }
}
