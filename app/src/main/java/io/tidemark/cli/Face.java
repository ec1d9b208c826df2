package io.tidemark.cli;

import io.tidemark.engine.Engine;
import io.tidemark.job.CpuPool;
import io.tidemark.job.MachinePool;
import io.tidemark.model.KindInfo;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What every command is handed: the engine (made when first asked for), texts, streams, and the common options. */
final class Face implements AutoCloseable {

    private final CommandLineFace.Engines engines;
    private final CommandLineFace.WindowOpener window;
    private final Texts texts;
    private final Output out;
    private final Output err;
    private Engine engine;
    private CpuPool cpu;

    Face(CommandLineFace.Engines engines, CommandLineFace.WindowOpener window, Texts texts, Output out, Output err) {
        this.engines = engines;
        this.window = window;
        this.texts = texts;
        this.out = out;
        this.err = err;
    }

    /** The engine over the workspace file that the options name. */
    Engine engine(CommonOptions options) {
        if (engine == null) {
            engine = engines.make(Optional.ofNullable(options.workspace), Clock.systemUTC());
        }
        return engine;
    }

    /** An engine of its own over a workspace file, living by a clock. */
    Engine engineAt(Path workspaceFile, Clock clock) {
        return engines.make(Optional.of(workspaceFile.toString()), clock);
    }

    /** Runs another command line with a face of its own; answers its exit code. */
    int again(List<String> words) {
        String[] args = words.toArray(String[]::new);
        try (Face other = new Face(engines, window, texts, out, err)) {
            return Commands.build(other, args).execute(args);
        }
    }

    /** Opens the window on a workspace file and returns when it is closed; its exit code. */
    int openWindow(Optional<String> workspaceFile) throws ProblemException {
        try {
            return window.open(workspaceFile, texts.locale());
        } catch (UnsupportedOperationException noDisplay) {
            Problem problem = Problem.of(
                    "cli.no-display", Problem.Category.USAGE, "object", String.valueOf(System.getenv("DISPLAY")));
            throw new ProblemException(problem.with(String.valueOf(noDisplay.getMessage())), noDisplay);
        }
    }

    Texts texts() {
        return texts;
    }

    /** The pool for foreground jobs. */
    CpuPool cpu() {
        if (cpu == null) {
            cpu = new MachinePool();
        }
        return cpu;
    }

    /** The kinds there are; asked for while the command line is put together, before it is known which workspace counts. */
    List<KindInfo> kinds() {
        return engines.make(Optional.empty(), Clock.systemUTC()).views().kinds();
    }

    Output out() {
        return out;
    }

    Output err() {
        return err;
    }

    /** Hangs up on the machines that the command spoke with. */
    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }

    /** A text. */
    String text(String key, Object... namesAndValues) {
        return texts.get(key, namesAndValues);
    }
}
