package io.tidemark.ui.wizard;

import io.tidemark.model.Capability;
import io.tidemark.model.KindInfo;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Kind, address and options of an upstream; the options are rendered from what the kind declares. */
final class UpstreamForm extends VBox {

    private final UpstreamDraft draft;
    private final Ui ui;
    private final VBox options = new VBox(16);

    UpstreamForm(UpstreamDraft draft, List<KindInfo> kinds, Ui ui) {
        super(16);
        this.draft = draft;
        this.ui = ui;
        Form form = new Form()
                .field(ui.text("wizard.add.kind"), kindBox(kinds), ui.text("wizard.add.kind.help"))
                .text(
                        ui.text("wizard.upstream.url"),
                        draft.url,
                        ui.text("wizard.add.url.help"),
                        ui.text("wizard.wrong.url"));
        Form keys = new Form().text(ui.text("wizard.add.keys"), draft.keysDir, ui.text("wizard.add.keys.help"), "");
        getChildren().addAll(form, new UpstreamAdvice(draft, ui), options, keys);
        keys.managedProperty().bind(keys.visibleProperty());
        draft.kind()
                .subscribe(kind ->
                        keys.setVisible(kind != null && kind.capabilities().contains(Capability.SIGNED)));
        draft.kind().subscribe(_ -> refresh());
    }

    private ComboBox<KindInfo> kindBox(List<KindInfo> kinds) {
        ComboBox<KindInfo> box = new ComboBox<>();
        box.getItems().setAll(kinds);
        box.setCellFactory(_ -> new KindCell(ui));
        box.setButtonCell(new KindCell(ui));
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().bindBidirectional(draft.kind());
        return box;
    }

    private void refresh() {
        options.getChildren().clear();
        for (OptionDraft option : draft.options()) {
            String label = ui.texts().say(option.option().label());
            String help = ui.texts().say(option.option().help());
            if (option.option().type() == KindInfo.Option.Type.FLAG) {
                options.getChildren()
                        .add(new VBox(4, Form.checkBox(label, option.flag()), Words.wrapped(help, "muted", "small")));
            } else {
                options.getChildren().add(new Form().field(label, control(option), help));
            }
        }
    }

    private Node control(OptionDraft option) {
        List<String> choices = option.option().choices();
        if (choices.isEmpty()) {
            return Form.textField(option.text());
        }
        return option.option().type() == KindInfo.Option.Type.LIST ? ticks(option, choices) : box(option, choices);
    }

    private static ComboBox<String> box(OptionDraft option, List<String> choices) {
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(choices);
        box.getEditor().textProperty().bindBidirectional(option.text());
        return box;
    }

    /** Known values to tick; values that are not among them stay. */
    private static FlowPane ticks(OptionDraft option, List<String> choices) {
        Set<String> all = new LinkedHashSet<>(choices);
        all.addAll(option.values());
        FlowPane row = new FlowPane(16, 8);
        for (String choice : all) {
            CheckBox box = new CheckBox(choice);
            box.setMnemonicParsing(false);
            box.setSelected(option.values().contains(choice));
            option.text()
                    .addListener((_, _, _) -> box.setSelected(option.values().contains(choice)));
            box.setOnAction(_ -> option.set(with(option.values(), choice, box.isSelected())));
            row.getChildren().add(box);
        }
        return row;
    }

    private static List<String> with(List<String> values, String choice, boolean on) {
        List<String> changed = new ArrayList<>(values);
        changed.remove(choice);
        if (on) {
            changed.add(choice);
        }
        return changed;
    }

    private static final class KindCell extends ListCell<KindInfo> {

        private final Ui ui;

        KindCell(Ui ui) {
            this.ui = ui;
        }

        @Override
        protected void updateItem(KindInfo kind, boolean empty) {
            super.updateItem(kind, empty);
            setText(empty || kind == null ? null : ui.texts().say(kind.title()));
        }
    }
}
