package io.tidemark.ui.wizard;

import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The wizards of repositories with images or commits: making deltas, and saying which ones are wanted. */
final class DeltaWizards {

    private final Facts facts;
    private final Ui ui;
    private final NextSteps next;

    DeltaWizards(Facts facts, NextSteps next, Ui ui) {
        this.facts = facts;
        this.ui = ui;
        this.next = next;
    }

    Recipe make() {
        DeltasDraft draft = new DeltasDraft(facts.name());
        if (facts.commits()) {
            return recipe(Feather.LAYERS, "deltas", draft, List.of());
        }
        draft.takeIn.set(facts.versions().isEmpty());
        Form form = new Form()
                .intro(ui.text("wizard.deltas.intro"))
                .add(new VBox(
                        4,
                        Form.checkBox(ui.text("wizard.deltas.take"), draft.takeIn),
                        Words.wrapped(ui.text("wizard.deltas.take.help"), "muted", "small")));
        OptionPage page = new OptionPage(
                ui.text("wizard.deltas.page"),
                draft.takeIn.map(yes -> ui.text(yes ? "wizard.deltas.with" : "wizard.deltas.without")),
                form);
        return recipe(Feather.LAYERS, "deltas", draft, List.of(page));
    }

    Recipe policy(int targets, OptionalLong budget) {
        return recipe(Feather.SLIDERS, "policy", new PolicyDraft(facts, targets, budget), List.of());
    }

    /** How many clients run each image: one field for each, empty where nobody knows. */
    Recipe clients() {
        ClientsDraft draft = new ClientsDraft(facts);
        Form form = new Form().intro(ui.text(facts.commits() ? "wizard.clients.commits" : "wizard.clients.intro"));
        draft.counts.forEach(
                (image, count) -> form.text(Words.brief(image), count, "", ui.text("wizard.clients.wrong")));
        OptionPage page = new OptionPage(ui.text("wizard.clients.page"), draft.summary(ui), draft.complete(), form);
        return recipe(Feather.USERS, "clients", draft, List.of(page));
    }

    /** Series without images that they had, or commits between which no deltas are wanted any more. */
    Recipe series(Map<String, List<String>> members) {
        String key = facts.commits() ? "without-deltas" : "series";
        return recipe(Feather.LOG_OUT, key, new SeriesDraft(facts.name(), members), List.of());
    }

    private Recipe recipe(Ikon ikon, String key, Draft draft, List<OptionPage> pages) {
        Recipe.Title title = new Recipe.Title(
                ikon,
                ui.text("wizard." + key + ".title", "name", facts.name()),
                ui.text("wizard." + key + ".start"),
                ui.text("wizard." + key + ".last"));
        return new Recipe(
                title, draft, pages, new Recipe.Ending(Sequel.NONE, _ -> List.of(next.deltas(), next.open())));
    }
}
