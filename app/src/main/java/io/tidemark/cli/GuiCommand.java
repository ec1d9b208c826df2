package io.tidemark.cli;

import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code gui}: opens the window. */
@Command(name = "gui")
final class GuiCommand extends FaceCommand {

    GuiCommand(Face face) {
        super(face);
    }

    @Override
    int run() {
        return face.window()
                .open(Optional.ofNullable(common.workspace), face.texts().locale());
    }
}
