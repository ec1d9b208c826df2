package io.tidemark.ui.settings;

import io.tidemark.model.KindInfo;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Words;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The settings of one repository. Nothing is written before Save. */
final class RepositoryForm {

    private final Ui ui;
    private final RepositorySettings model;
    private final VBox column = new VBox();
    private final VBox problem = new VBox();
    private final Button save;

    RepositoryForm(Ui ui, String repository) {
        this.ui = ui;
        this.model = new RepositorySettings(ui, repository);
        this.save = Buttons.primary(ui.text("ui.settings.save"), Feather.SAVE, model::save);
    }

    VBox node() {
        model.problem()
                .subscribe(failure -> problem.getChildren()
                        .setAll(failure.stream()
                                .map(cause -> new ProblemNote(cause, ui.texts()))
                                .toList()));
        model.read().subscribe(read -> {
            if (read) {
                fill();
            }
        });
        column.getChildren().setAll(problem);
        model.open();
        return column;
    }

    private void fill() {
        HBox buttons = new HBox(12, save);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox cards = FormCard.column(upstream(), transfer(), policies(), channels());
        cards.getChildren().addAll(problem, buttons);
        column.getChildren().setAll(cards);
    }

    private FormCard upstream() {
        FormCard card = new FormCard(ui.text("ui.settings.upstream"));
        field(card, Field.NAME);
        field(card, Field.URL);
        model.declared().forEach(option -> option(card, option));
        return card;
    }

    private FormCard transfer() {
        FormCard card = new FormCard(ui.text("ui.settings.transfer"));
        field(card, Field.CONNECTIONS);
        field(card, Field.RATE);
        field(card, Field.ATTEMPTS);
        field(card, Field.TIMEOUT);
        field(card, Field.PROXY);
        field(card, Field.AUTHORITY);
        return card;
    }

    private FormCard policies() {
        FormCard card = new FormCard(ui.text("ui.settings.policies"));
        field(card, Field.KEEP);
        field(card, Field.SHRINK);
        field(card, Field.AGE);
        CheckBox grace = new CheckBox(ui.text("ui.settings.grace"));
        grace.setWrapText(true);
        grace.selectedProperty().bindBidirectional(model.grace());
        card.wide(grace);
        return card;
    }

    private FormCard channels() {
        FormCard card = new FormCard(ui.text("ui.settings.channels"));
        model.channels().forEach((name, allowed) -> {
            CheckBox box = new CheckBox(ui.text("ui.settings.bootcritical"));
            box.setWrapText(true);
            box.selectedProperty().bindBidirectional(allowed);
            card.row(name, box);
        });
        return card;
    }

    private void field(FormCard card, Field field) {
        Label fault = Words.wrapped("", "danger", "small");
        TextField typed = text(model.field(field), field.numbers());
        typed.textProperty().subscribe(text -> {
            fault.setText(model.fault(field).map(ui::text).orElse(""));
            fault.setManaged(!fault.getText().isEmpty());
            save.setDisable(!model.valid());
        });
        card.row(ui.text("ui.settings.field." + field), new VBox(2, typed, fault));
    }

    private void option(FormCard card, KindInfo.Option option) {
        Node value = option.type() == KindInfo.Option.Type.FLAG
                ? flag(model.option(option.name()))
                : new VBox(
                        2,
                        text(model.option(option.name()), false),
                        Words.wrapped(ui.texts().say(option.help()), "muted", "small"));
        card.row(ui.texts().say(option.label()), value);
    }

    private static CheckBox flag(StringProperty value) {
        CheckBox box = new CheckBox();
        box.setSelected(value.get().equals("true"));
        box.selectedProperty().subscribe((before, now) -> value.set(now ? "true" : ""));
        return box;
    }

    private static TextField text(StringProperty value, boolean number) {
        TextField typed = new TextField();
        typed.textProperty().bindBidirectional(value);
        typed.setMaxWidth(number ? 120 : 460);
        HBox.setHgrow(typed, Priority.ALWAYS);
        return typed;
    }
}
