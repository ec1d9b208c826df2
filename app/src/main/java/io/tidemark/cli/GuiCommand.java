package io.tidemark.cli;

import io.tidemark.model.ProblemException;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code gui}: opens the window. */
@Command(name = "gui")
final class GuiCommand extends FaceCommand {

    GuiCommand(Face face) {
        super(face);
    }

    @Override
    int run() throws ProblemException {
        return face.openWindow(Optional.ofNullable(common.workspace));
    }
}
