package io.tidemark.cli;

import io.tidemark.engine.Engine;
import io.tidemark.model.Asking;
import io.tidemark.text.Texts;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The program as seen from a shell: parses arguments, runs one command, answers its exit code. */
public final class CommandLineFace {

    /** How a window is opened; handed in because the command line knows no window. */
    @FunctionalInterface
    public interface WindowOpener {
        /** Opens the window on a workspace file (the default one when empty) and returns when it is closed. */
        int open(Optional<String> workspaceFile, Locale language);
    }

    /** How an engine is made. */
    @FunctionalInterface
    public interface Engines {
        /** An engine over a workspace file (the personal one when empty), living by a clock. */
        Engine make(Optional<String> workspaceFile, Clock clock);
    }

    private final Engines engines;
    private final WindowOpener window;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * A command line over engines made on demand.
     *
     * @param engines makes engines; called when a command needs one
     * @param window opens the window
     * @param out for documents
     * @param err for messages and progress
     */
    public CommandLineFace(Engines engines, WindowOpener window, PrintStream out, PrintStream err) {
        this.engines = engines;
        this.window = window;
        this.out = out;
        this.err = err;
    }

    /** The person at the terminal of this process, asked in the language of that command line. */
    public static Asking terminal(String... args) {
        return new TerminalAsking(language(args));
    }

    /** Runs one command line; exit codes as documented in the manual. */
    public int run(String... args) {
        Texts texts = new Texts(language(args));
        try (Face face = new Face(engines, window, texts, new Output(out), new Output(err))) {
            return Commands.build(face, args).execute(args);
        }
    }

    /** The language has to be known before help can be written, so it is looked up ahead of the parser. */
    private static Locale language(String... args) {
        int at = Arrays.asList(args).indexOf("--lang");
        if (at >= 0 && at + 1 < args.length) {
            return Locale.forLanguageTag(args[at + 1]);
        }
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith("--lang="))
                .findFirst()
                .map(arg -> Locale.forLanguageTag(arg.substring("--lang=".length())))
                .orElse(Locale.getDefault(Locale.Category.DISPLAY));
    }
}
