package io.tidemark.ui.wizard;

import io.tidemark.model.KindInfo;
import java.util.Arrays;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The value of one option that a kind declares: a text, a list separated by commas or spaces, or a flag. */
public final class OptionDraft {

    private static final String TRUE = "true";

    private final KindInfo.Option option;
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty flag = new SimpleBooleanProperty();
    private final BooleanBinding valid = Bindings.createBooleanBinding(this::satisfied, text, flag);

    OptionDraft(KindInfo.Option option) {
        this.option = option;
        set(option.preset());
    }

    /** What the kind says of it. */
    public KindInfo.Option option() {
        return option;
    }

    /** The entered text of a text or list option. */
    public StringProperty text() {
        return text;
    }

    /** The state of a flag. */
    public BooleanProperty flag() {
        return flag;
    }

    /** Whether it is given where it must be, and one of the choices where only those are allowed. */
    public BooleanBinding valid() {
        return valid;
    }

    List<Observable> observables() {
        return List.of(text, flag);
    }

    void set(List<String> values) {
        if (option.type() == KindInfo.Option.Type.FLAG) {
            flag.set(values.contains(TRUE));
        } else {
            text.set(String.join(option.type() == KindInfo.Option.Type.LIST ? ", " : " ", values));
        }
    }

    List<String> values() {
        return switch (option.type()) {
            case FLAG -> flag.get() ? List.of(TRUE) : List.of();
            case TEXT -> text.get().isBlank() ? List.of() : List.of(text.get().strip());
            case LIST ->
                Arrays.stream(text.get().split("[,\\s]+"))
                        .filter(value -> !value.isEmpty())
                        .toList();
        };
    }

    private boolean satisfied() {
        return !option.required() || !values().isEmpty() || option.type() == KindInfo.Option.Type.FLAG;
    }
}
