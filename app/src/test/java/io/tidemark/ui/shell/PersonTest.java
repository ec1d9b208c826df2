package io.tidemark.ui.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.Connections.Connection;
import io.tidemark.engine.Connections.State;
import io.tidemark.model.HostKeyQuestion;
import io.tidemark.model.SecretQuestion;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.SampleContext;
import io.tidemark.ui.SampleEngine;
import io.tidemark.ui.Ui;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxToolkit;

/** What hosts ask is asked in the window, over whatever is on show, and nothing of it is kept. */
@Timeout(60)
class PersonTest {

    private final Ui ui = SampleEngine.full().ui(FxBridge.toolkit(SampleContext::new), Locale.ENGLISH);
    private final Person person = new Person();

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static <T> FutureTask<T> asking(Callable<T> question) {
        FutureTask<T> asking = new FutureTask<>(question);
        Thread.ofPlatform().daemon().start(asking);
        return asking;
    }

    /** The question's dialog, once it is on show. */
    private Region dialog(Region before) {
        Region now = before;
        while (now == before) {
            Fx.frames(1);
            now = Fx.get(() -> Optional.ofNullable(ui.desk().overlay().sheet().get())
                    .map(sheet -> sheet.dialog())
                    .orElse(before));
        }
        return now;
    }

    private static Button button(Region dialog, String text) {
        return dialog.lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void beforeThereIsAWindowNobodyAnswers() {
        assertFalse(person.trust(new HostKeyQuestion("far", "ssh-ed25519", "SHA256:x")));
    }

    @Test
    void aPassphraseIsTypedUnseenAndTheWizardComesBack() throws Exception {
        VBox wizard = new VBox();
        Fx.run(() -> ui.desk().overlay().show(wizard));
        person.before(ui);
        FutureTask<Optional<char[]>> answer = asking(() -> person.secret(
                new SecretQuestion(SecretQuestion.Kind.PASSPHRASE, "/home/a/.ssh/id_ed25519", "", 2, true)));
        Region dialog = dialog(wizard);
        PasswordField field = Fx.get(() -> (PasswordField) dialog.lookup(".password-field"));
        assertTrue(field.getAccessibleText().contains("/home/a/.ssh/id_ed25519"));
        Fx.run(() -> {
            field.setText("open sesame");
            button(dialog, "Go on").fire();
        });
        assertArrayEquals(
                "open sesame".toCharArray(), answer.get(30, TimeUnit.SECONDS).orElseThrow());
        assertEquals("", Fx.get(field::getText));
        assertSame(wizard, Fx.get(() -> ui.desk().overlay().sheet().get().dialog()));
    }

    @Test
    void theFingerprintOfAnUnknownHostIsShownAndEscapeRefuses() throws Exception {
        person.before(ui);
        FutureTask<Boolean> refused =
                asking(() -> person.trust(new HostKeyQuestion("far", "ssh-ed25519", "SHA256:abc")));
        Region first = dialog(null);
        assertTrue(Fx.get(() -> first.lookupAll(".label").stream()
                .map(Label.class::cast)
                .anyMatch(label -> label.getText().equals("SHA256:abc"))));
        Fx.run(() -> ui.desk().overlay().sheet().get().escape().run());
        assertFalse(refused.get(30, TimeUnit.SECONDS));
        FutureTask<Boolean> trusted =
                asking(() -> person.trust(new HostKeyQuestion("far", "ssh-ed25519", "SHA256:abc")));
        Region second = dialog(null);
        Fx.run(() -> button(second, "It is the same").fire());
        assertTrue(trusted.get(30, TimeUnit.SECONDS));
    }

    @Test
    void aCutLineIsShownWhateverIsOnThePage() {
        Connection cut = new Connection("mirror@far", State.CUT, Instant.EPOCH, Optional.empty());
        String said = Fx.get(() -> {
            LineStrip strip = new LineStrip(ui);
            strip.accept(List.of(cut));
            strip.close();
            return strip.getAccessibleText();
        });
        assertTrue(said.contains("mirror@far") && said.contains("trying again"), said);
    }
}
