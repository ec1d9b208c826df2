package io.tidemark.ui.wizard;

import io.tidemark.ui.part.Words;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.controlsfx.validation.Severity;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.Validator;
import org.controlsfx.validation.decoration.StyleClassValidationDecoration;

/** Labelled fields below each other; what is wrong with one is said right below it. */
final class Form extends VBox {

    private final ValidationSupport validation = new ValidationSupport();

    Form() {
        super(16);
        getStyleClass().add("form");
        validation.setValidationDecorator(new StyleClassValidationDecoration("invalid", "doubtful"));
    }

    /** A sentence that says what this page is for. */
    Form intro(String text) {
        getChildren().add(Words.wrapped(text, "muted"));
        return this;
    }

    /** Anything without a label. */
    Form add(Node... nodes) {
        getChildren().addAll(nodes);
        return this;
    }

    /** A control under its label, with a sentence of help. */
    Form field(String label, Node control, String help) {
        getChildren().add(labelled(label, control, help));
        return this;
    }

    /** A text field for a choice; the given sentence appears when it breaks the choice's rules. */
    Form text(String label, Choice choice, String help, String wrong) {
        TextField field = textField(choice.text());
        Label said = Words.wrapped("", "danger", "small");
        VBox box = labelled(label, field, help);
        box.getChildren().add(said);
        check(field, choice, wrong);
        ObservableValue<Boolean> bad =
                choice.valid().map(valid -> !valid && !choice.trimmed().isEmpty());
        said.setText(wrong);
        said.visibleProperty().bind(bad);
        said.managedProperty().bind(bad);
        getChildren().add(box);
        return this;
    }

    static TextField textField(Property<String> value) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(value);
        return field;
    }

    static CheckBox checkBox(String text, Property<Boolean> value) {
        CheckBox box = new CheckBox(text);
        box.setMnemonicParsing(false);
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private void check(TextField field, Choice choice, String wrong) {
        Validator<String> rule = Validator.createPredicateValidator(
                _ -> choice.valid().get() || choice.trimmed().isEmpty(), wrong, Severity.ERROR);
        validation.registerValidator(field, false, rule);
    }

    private static VBox labelled(String label, Node control, String help) {
        VBox box = new VBox(4);
        Label name = Words.plain(label, "field-label");
        name.setLabelFor(control);
        box.getChildren().addAll(name, control);
        if (!help.isEmpty()) {
            box.getChildren().add(Words.wrapped(help, "muted", "small"));
        }
        return box;
    }
}
