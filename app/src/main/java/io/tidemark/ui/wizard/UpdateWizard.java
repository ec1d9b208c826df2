package io.tidemark.ui.wizard;

import io.tidemark.model.Capability;
import io.tidemark.model.Channel;
import io.tidemark.model.Outcome;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import org.kordamp.ikonli.feather.Feather;

/** Update: the everyday wizard. Where from, which name, which channel afterwards. */
final class UpdateWizard {

    private final Facts facts;
    private final Ui ui;
    private final NextSteps next;
    private final UpdateDraft draft;

    UpdateWizard(Facts facts, NextSteps next, Ui ui) {
        this.facts = facts;
        this.ui = ui;
        this.next = next;
        this.draft =
                new UpdateDraft(facts.name(), facts.status().config().policies().grace());
    }

    Recipe recipe() {
        Recipe.Title title = new Recipe.Title(
                Feather.DOWNLOAD,
                ui.text("wizard.update.title", "name", facts.name()),
                ui.text("wizard.update.start"),
                ui.text("wizard.update.last"));
        return new Recipe(title, draft, List.of(source(), afterwards()), new Recipe.Ending(Sequel.NONE, this::next));
    }

    private OptionPage source() {
        return facts.images() ? images() : versions();
    }

    /** Images have their names already. */
    private OptionPage images() {
        Form form = new Form().intro(ui.text("wizard.update.images.intro")).add(new UpstreamCard(facts, ui));
        String host = host(facts.status().config().upstream().url());
        return new OptionPage(ui.text("wizard.update.images.source"), new SimpleStringProperty(host), form);
    }

    private OptionPage versions() {
        String shared = facts.status()
                .newest()
                .map(newest -> ui.text("wizard.update.version.intro", "newest", newest))
                .orElse(ui.text("wizard.update.version.first"));
        Form form = new Form()
                .intro(ui.text("wizard.update.upstream.intro") + " " + shared)
                .add(new UpstreamCard(facts, ui))
                .text(
                        ui.text("wizard.update.version.label"),
                        draft.version,
                        ui.text("wizard.update.version.help"),
                        ui.text("wizard.wrong.version"));
        if (facts.status().capabilities().contains(Capability.GRACE)) {
            form.add(Form.checkBox(ui.text("wizard.update.grace"), draft.grace));
        }
        String host = host(facts.status().config().upstream().url());
        return new OptionPage(
                ui.text("wizard.update.source"),
                draft.version.shown().map(name -> name.isEmpty() ? host : name),
                draft.version.valid(),
                form);
    }

    private OptionPage afterwards() {
        List<Channel> channels = facts.status().channels();
        RadioCards<Boolean> cards = new RadioCards<>(draft.promote);
        cards.card(
                false,
                Feather.ARCHIVE,
                ui.text("wizard.update.afterwards.none"),
                ui.text("wizard.update.afterwards.none.help"));
        if (!channels.isEmpty()) {
            cards.card(
                    true,
                    Feather.BOOKMARK,
                    ui.text("wizard.update.afterwards.promote"),
                    ui.text(facts.images() ? "wizard.update.images.promote" : "wizard.update.afterwards.promote.help"),
                    channelBox(channels));
        }
        Form form = new Form().add(cards);
        channels.stream().filter(channel -> channel.hold().isPresent()).forEach(held -> form.add(held(held)));
        return new OptionPage(ui.text("wizard.update.afterwards"), promotion(), form);
    }

    private ComboBox<String> channelBox(List<Channel> channels) {
        ComboBox<String> box = new ComboBox<>();
        channels.forEach(channel -> box.getItems().add(channel.name()));
        box.setMaxWidth(280);
        box.getSelectionModel().selectFirst();
        draft.channel.text().bindBidirectional(box.valueProperty());
        return box;
    }

    private ObservableValue<String> promotion() {
        String stay = ui.text("wizard.update.afterwards.stay");
        return draft.promote.flatMap(yes -> draft.channel.shown().map(name -> yes ? name : stay));
    }

    private InlineNote held(Channel channel) {
        return new InlineNote(Tone.WARNING, Feather.LOCK, ui.text("wizard.update.held", "channel", channel.name()));
    }

    private List<Node> next(Outcome outcome) {
        List<Node> buttons = new ArrayList<>();
        outcome.version().ifPresent(made -> {
            facts.status().newest().ifPresent(before -> buttons.add(next.compare(before, made)));
            if (outcome.channel().isEmpty()) {
                buttons.add(next.promote(made));
            }
        });
        outcome.channel().ifPresent(channel -> buttons.add(next.rollback(channel)));
        return buttons;
    }

    /** The host of an address, or the whole of it when it has none. */
    static String host(String url) {
        int start = url.indexOf("://") + 3;
        int end = url.indexOf('/', start);
        String host = start < 3 ? "" : url.substring(start, end < 0 ? url.length() : end);
        return host.isEmpty() ? url : host;
    }
}
