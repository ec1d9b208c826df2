package io.tidemark.ui;

import io.tidemark.engine.Connections;
import io.tidemark.model.Problem;
import io.tidemark.model.Severity;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Words;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The way out when no Tidemark attends on a server: the person lets this console copy itself there. JavaFX thread only. */
public final class InstallThere {

    private static final String NOBODY = "far.nobody";

    private InstallThere() {}

    /**
     * A button that copies this program to the server that a problem speaks of, with what that means; empty for other
     * problems.
     *
     * @param then what is tried again when it is there
     */
    public static Optional<Node> offer(Problem problem, Ui ui, Runnable then) {
        String server = problem.args().get("object");
        return problem.code().equals(NOBODY) && server != null
                ? Optional.of(offer(server, ui, then))
                : Optional.empty();
    }

    private static Node offer(String server, Ui ui, Runnable then) {
        Button button = Buttons.plain(ui.text("ui.install", "server", server), Feather.UPLOAD_CLOUD, () -> {});
        button.setId("install-there");
        button.setOnAction(event -> {
            button.setDisable(true);
            button.setText(ui.text("ui.install.running"));
            ui.bridge()
                    .call(
                            job -> ui.engine().connections().install("ssh://" + server, job),
                            done -> done(done, ui, then),
                            failed -> {
                                button.setDisable(false);
                                button.setText(ui.text("ui.install", "server", server));
                                ui.desk().toasts().problem(failed);
                            });
        });
        return new VBox(6, button, Words.wrapped(ui.text("ui.install.what"), "muted", "small"));
    }

    private static void done(Connections.Installed done, Ui ui, Runnable then) {
        ui.desk()
                .toasts()
                .say(Severity.GOOD, ui.text("ui.install.done", "server", done.server(), "bytes", done.bytes()));
        then.run();
    }
}
