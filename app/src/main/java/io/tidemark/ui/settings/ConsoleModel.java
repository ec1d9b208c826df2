package io.tidemark.ui.settings;

import io.tidemark.engine.Workspaces.Settings;
import io.tidemark.engine.Workspaces.Workspace;
import io.tidemark.ui.Ui;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The settings of this console and its workspace. A change is in force at once and saved. JavaFX thread only. */
public final class ConsoleModel {

    private final Ui ui;
    private final ReadOnlyObjectWrapper<Optional<Workspace>> workspace = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** A model that has read nothing yet. */
    public ConsoleModel(Ui ui) {
        this.ui = ui;
    }

    /** Reads the workspace. */
    public void open() {
        ui.bridge().call(job -> ui.engine().workspaces().get(), read -> workspace.set(Optional.of(read)));
    }

    ReadOnlyObjectProperty<Optional<Workspace>> workspace() {
        return workspace.getReadOnlyProperty();
    }

    Settings settings() {
        return ui.desk().look().settings().get();
    }

    /** {@code light}, {@code dark} or {@code system}. */
    public void theme(String theme) {
        change(old -> new Settings(theme, old.language(), old.scalePercent()));
    }

    /** {@code en}, {@code fr} or empty for the system's. */
    public void language(String language) {
        change(old -> new Settings(old.theme(), language, old.scalePercent()));
    }

    /** 100 to 200. */
    public void scale(int percent) {
        change(old -> new Settings(old.theme(), old.language(), percent));
    }

    /** Forgets a repository; its directory stays as it is. */
    public void forget(String name) {
        ui.bridge()
                .call(
                        job -> {
                            ui.engine().workspaces().forget(name);
                            return ui.engine().workspaces().get();
                        },
                        read -> {
                            workspace.set(Optional.of(read));
                            ui.desk().inventory().refresh();
                        });
    }

    private void change(UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings());
        if (!changed.equals(settings())) {
            ui.bridge()
                    .call(
                            job -> {
                                ui.engine().workspaces().save(changed);
                                return changed;
                            },
                            ui.desk().look()::set);
        }
    }
}
