package io.tidemark.ui.wizard;

import io.tidemark.model.Gate;
import io.tidemark.model.Plan;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.CommandLine;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A closed gate of a plan in red, and what a person must do to take the way out. */
final class GateNote {

    private GateNote() {}

    /** What was found, and how to pass if there is a way. */
    static InlineNote closed(Gate gate, Plan plan, Ui ui) {
        String found = ui.texts().say(gate.phrase());
        if (gate.override().isPresent()) {
            return new InlineNote(
                    Tone.DANGER, found, ui.texts().say(gate.override().get()));
        }
        return WayOut.of(gate, plan).isPresent()
                ? new InlineNote(Tone.DANGER, found)
                : new InlineNote(Tone.DANGER, found, ui.text("wizard.gate.none"));
    }

    /** What a person types, ticks or reads before the way out is open. */
    static Node confirm(Confirmation confirmation, Ui ui) {
        return switch (confirmation.way().get()) {
            case WayOut.Typed guard -> typed(guard, confirmation, ui);
            case WayOut.Ticked guard ->
                Form.checkBox(ui.text("wizard.gate.tick." + guard.gate()), confirmation.ticked());
            case WayOut.Trust keys -> trust(keys, confirmation, ui);
            case WayOut.Release held -> Words.wrapped(ui.text("wizard.gate.held", "channel", held.channel()), "muted");
            case WayOut.ReleaseThere held ->
                Words.wrapped(ui.text("wizard.gate.held", "channel", held.channel()), "muted");
            case WayOut.MakeRoom _ -> Words.wrapped(ui.text("wizard.gate.room"), "muted");
            case WayOut.Verify shut -> Words.wrapped(ui.text("wizard.gate.verify", "version", shut.version()), "muted");
        };
    }

    private static Node typed(WayOut.Typed guard, Confirmation confirmation, Ui ui) {
        TextField field = Form.textField(confirmation.typed());
        field.getStyleClass().add("code");
        field.setPrefColumnCount(14);
        HBox row = new HBox(8, Words.plain(ui.text("wizard.gate.type", "name", guard.gate())), field);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node trust(WayOut.Trust keys, Confirmation confirmation, Ui ui) {
        VBox box = new VBox(8, Words.wrapped(ui.text("wizard.gate.trust.why")));
        for (String fingerprint : keys.fingerprints()) {
            box.getChildren().add(fingerprint(fingerprint, ui));
        }
        box.getChildren().add(Form.checkBox(ui.text("wizard.gate.tick.trust"), confirmation.ticked()));
        return box;
    }

    private static Node fingerprint(String text, Ui ui) {
        var label = Words.wrapped(text, "code", "fingerprint");
        label.setMaxWidth(Double.MAX_VALUE);
        var copy = Buttons.icon(ui.text("wizard.copy"), Feather.COPY, () -> CommandLine.copy(text));
        HBox row = new HBox(8, label, copy);
        HBox.setHgrow(label, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
