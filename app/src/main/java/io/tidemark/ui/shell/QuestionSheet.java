package io.tidemark.ui.shell;

import io.tidemark.model.HostKeyQuestion;
import io.tidemark.model.SecretQuestion;
import io.tidemark.ui.Overlay;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Words;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a host needs to know before it lets us in. The dialog that was on show comes back after the answer. */
final class QuestionSheet<T> {

    private final Ui ui;
    private final Optional<Overlay.Sheet> before;
    private final CompletableFuture<Optional<T>> answer;

    private QuestionSheet(Ui ui, CompletableFuture<Optional<T>> answer) {
        this.ui = ui;
        this.before = Optional.ofNullable(ui.desk().overlay().sheet().get());
        this.answer = answer;
    }

    /** Asks for a password, a passphrase, or what the host wants to know. */
    static void secret(Ui ui, SecretQuestion question, CompletableFuture<Optional<char[]>> answer) {
        QuestionSheet<char[]> sheet = new QuestionSheet<>(ui, answer);
        TextField field = question.hidden() ? new PasswordField() : new TextField();
        field.setAccessibleText(words(ui, question));
        Button go = Buttons.primary(
                ui.text("ui.ask.go"), Feather.CORNER_DOWN_LEFT, () -> sheet.say(Optional.of(taken(field))));
        go.setDefaultButton(true);
        String again = question.attempt() > 1 ? ui.text("ui.ask.again") + " " : "";
        sheet.show(ui.text("ui.ask.title"), again + words(ui, question), go, field);
        field.requestFocus();
    }

    /** Shows the key of a host that was never met. */
    static void trust(Ui ui, HostKeyQuestion question, CompletableFuture<Optional<Boolean>> answer) {
        QuestionSheet<Boolean> sheet = new QuestionSheet<>(ui, answer);
        Node key = Words.plain(question.fingerprint(), "code");
        Button trust = Buttons.danger(ui.text("ui.ask.trust"), Feather.CHECK, () -> sheet.say(Optional.of(true)));
        String text = ui.text("ui.ask.key", "host", question.host(), "type", question.type());
        sheet.show(ui.text("ui.ask.key.title", "host", question.host()), text, trust, key);
    }

    private static String words(Ui ui, SecretQuestion question) {
        return switch (question.kind()) {
            case PASSWORD -> ui.text("ask.password", "object", question.object());
            case PASSPHRASE -> ui.text("ask.passphrase", "object", question.object());
            case ANSWER -> ui.text("ask.answer", "object", question.object(), "prompt", question.prompt());
        };
    }

    /** The field keeps nothing. */
    private static char[] taken(TextField field) {
        char[] typed = field.getText().toCharArray();
        field.clear();
        return typed;
    }

    private void show(String title, String text, Button yes, Node asked) {
        Button no = Buttons.plain(ui.text("ui.ask.no"), Feather.X, () -> say(Optional.empty()));
        HBox buttons = new HBox(12, Words.spring(), no, yes);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox sheet = new VBox(16, Words.plain(title, "dialog-title"), Words.wrapped(text), asked, buttons);
        sheet.getStyleClass().addAll("dialog-card", "small-dialog");
        ui.desk().overlay().show(sheet, () -> say(Optional.empty()));
    }

    private void say(Optional<T> said) {
        before.ifPresentOrElse(
                old -> ui.desk().overlay().show(old.dialog(), old.escape()),
                ui.desk().overlay()::close);
        answer.complete(said);
    }
}
