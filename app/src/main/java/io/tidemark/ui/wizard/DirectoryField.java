package io.tidemark.ui.wizard;

import io.tidemark.engine.Workspaces;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import java.io.File;
import javafx.beans.property.Property;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.feather.Feather;

/** A path or {@code ssh://host/path} to type, or a path to pick in the system's own dialog. */
final class DirectoryField extends HBox {

    DirectoryField(Property<String> path, Ui ui) {
        super(8);
        TextField field = Form.textField(path);
        field.setPromptText("/srv/mirror/alpine");
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(field, Buttons.plain(ui.text("wizard.browse"), Feather.FOLDER, () -> browse(path)));
    }

    /** Whether a text means a directory, here or on another machine. */
    static boolean isPlace(String text) {
        return text.startsWith("/") || text.startsWith(Workspaces.ELSEWHERE);
    }

    private void browse(Property<String> path) {
        DirectoryChooser chooser = new DirectoryChooser();
        File now = new File(path.getValue());
        if (now.isDirectory()) {
            chooser.setInitialDirectory(now);
        }
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            path.setValue(chosen.getAbsolutePath());
        }
    }
}
