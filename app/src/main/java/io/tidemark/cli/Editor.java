package io.tidemark.cli;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** The person's editor: as asked for, else {@code $VISUAL}, {@code $EDITOR}, else {@code vi}, like other programs do. */
final class Editor {

    private final String command;

    Editor(Optional<String> asked) {
        this.command = asked.or(() -> Stream.of("VISUAL", "EDITOR")
                        .map(System::getenv)
                        .filter(value -> value != null && !value.isBlank())
                        .findFirst())
                .orElse("vi");
    }

    /**
     * Lets the person edit a file on this terminal; what it says afterwards.
     *
     * @throws ProblemException {@code cli.editor} if the editor failed; the file stays
     */
    String run(EditedText edited) throws ProblemException, InterruptedException {
        // the command may have arguments of its own, so the shell divides it; the file never becomes part of it
        ProcessBuilder program = new ProcessBuilder(
                "sh", "-c", command + " \"$1\"", "editor", edited.file().toString());
        try {
            int code = program.inheritIO().start().waitFor();
            if (code != 0) {
                throw failed(edited, "exit " + code);
            }
            return edited.text();
        } catch (IOException missing) {
            throw failed(edited, missing.toString());
        }
    }

    private ProblemException failed(EditedText edited, String said) {
        return new ProblemException(
                Problem.of("cli.editor", Problem.Category.STORAGE, "object", command, "file", edited.file())
                        .with(said));
    }
}
