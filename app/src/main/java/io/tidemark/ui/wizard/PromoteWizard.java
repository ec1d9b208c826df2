package io.tidemark.ui.wizard;

import io.tidemark.model.Channel;
import io.tidemark.model.Outcome;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Promote: which version, which channel, why. */
final class PromoteWizard {

    private final Facts facts;
    private final Ui ui;
    private final NextSteps next;
    private final PromoteDraft draft;

    PromoteWizard(Facts facts, NextSteps next, Ui ui) {
        this.facts = facts;
        this.ui = ui;
        this.next = next;
        this.draft = new PromoteDraft(facts.name());
    }

    Recipe recipe(Optional<String> version) {
        draft.version.preset(version.or(() -> facts.status().newest()).orElse(""));
        likely(draft.version.trimmed()).ifPresent(channel -> draft.channel.preset(channel.name()));
        draft.create.set(facts.status().channels().isEmpty());
        Recipe.Title title = new Recipe.Title(
                Feather.ARROW_UP_CIRCLE,
                ui.text("wizard.promote.title", "name", facts.name()),
                ui.text("wizard.promote.start"),
                ui.text("wizard.promote.last"));
        return new Recipe(title, draft, List.of(page()), new Recipe.Ending(Sequel.NONE, this::next));
    }

    /** The first channel that could move to the version: one that shows it already, or is held, is meant last. */
    private Optional<Channel> likely(String version) {
        return facts.status().channels().stream()
                .min(Comparator.comparing((Channel channel) -> channel.target().equals(Optional.of(version)))
                        .thenComparing(channel -> channel.hold().isPresent()));
    }

    private OptionPage page() {
        Form form = new Form()
                .intro(ui.text("wizard.promote.intro"))
                .field(
                        ui.text("wizard.promote.version"),
                        new VersionBox(facts.servable(), draft.version.text(), ui),
                        ui.text("wizard.promote.version.help"))
                .field(ui.text("wizard.promote.channel"), channelBox(), ui.text("wizard.promote.channel.help"))
                .add(held())
                .text(ui.text("wizard.reason"), draft.reason, ui.text("wizard.reason.help"), "");
        return new OptionPage(ui.text("wizard.promote.page"), summary(), draft.complete(), form);
    }

    private ObservableValue<String> summary() {
        return Bindings.createStringBinding(
                () -> draft.channel.trimmed() + " → " + Words.brief(draft.version.trimmed()),
                draft.channel.text(),
                draft.version.text());
    }

    /** Existing channels to pick from, and room to type a new one. */
    private ComboBox<String> channelBox() {
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        facts.status().channels().forEach(channel -> box.getItems().add(channel.name()));
        box.getEditor().textProperty().bindBidirectional(draft.channel.text());
        draft.channel
                .text()
                .addListener((_, _, name) ->
                        draft.create.set(facts.channel(draft.channel.trimmed()).isEmpty()));
        return box;
    }

    /** Says that a new channel will be made, or that the chosen one is held. */
    private Node held() {
        VBox note = new VBox();
        draft.channel.text().subscribe(_ -> note.getChildren().setAll(notes()));
        note.managedProperty().bind(Bindings.isNotEmpty(note.getChildren()));
        return note;
    }

    private List<Node> notes() {
        Optional<Channel> channel = facts.channel(draft.channel.trimmed());
        String name = draft.channel.trimmed();
        if (name.isEmpty()) {
            return List.of();
        } else if (!draft.channel.valid().get()) {
            return List.of(new InlineNote(Tone.DANGER, ui.text("wizard.wrong.channel")));
        } else if (channel.isEmpty()) {
            return List.of(new InlineNote(Tone.ACCENT, ui.text("wizard.promote.new", "channel", name)));
        }
        return channel.get().hold().isPresent()
                ? List.of(new InlineNote(Tone.WARNING, Feather.LOCK, ui.text("wizard.promote.held", "channel", name)))
                : List.of();
    }

    private List<Node> next(Outcome outcome) {
        List<Node> buttons = new ArrayList<>();
        outcome.channel().ifPresent(channel -> {
            Optional<String> before = facts.channel(channel).flatMap(Channel::target);
            outcome.version()
                    .filter(after -> before.isPresent() && !before.get().equals(after))
                    .ifPresent(after -> buttons.add(next.compare(before.get(), after)));
            before.ifPresent(_ -> buttons.add(next.rollback(channel)));
        });
        buttons.add(next.open());
        return buttons;
    }
}
