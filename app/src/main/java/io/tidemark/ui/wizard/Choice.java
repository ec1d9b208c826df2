package io.tidemark.ui.wizard;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** One typed or picked value of a draft; an empty text means that it was not given. */
public final class Choice {

    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanBinding valid;

    private Choice(Predicate<String> grammar) {
        valid = Bindings.createBooleanBinding(() -> grammar.test(trimmed()), text);
    }

    /** A value that may be left out but must keep the grammar when given. */
    static Choice optional(Predicate<String> grammar) {
        return new Choice(value -> value.isEmpty() || grammar.test(value));
    }

    /** A value that must be given. */
    static Choice required(Predicate<String> grammar) {
        return new Choice(value -> !value.isEmpty() && grammar.test(value));
    }

    /** Anything, even nothing. */
    static Choice free() {
        return new Choice(value -> true);
    }

    /** Anything but nothing. */
    static Choice some() {
        return required(value -> true);
    }

    Choice preset(String value) {
        text.set(value);
        return this;
    }

    /** What stands in the field. */
    public StringProperty text() {
        return text;
    }

    /** Whether it keeps the rules. */
    public BooleanBinding valid() {
        return valid;
    }

    String trimmed() {
        return text.get() == null ? "" : text.get().strip();
    }

    Optional<String> given() {
        return Optional.of(trimmed()).filter(value -> !value.isEmpty());
    }

    ObservableValue<String> shown() {
        return text.map(value -> value == null ? "" : value.strip());
    }
}
