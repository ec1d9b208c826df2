package io.tidemark.proof;

import io.tidemark.RealEngine;
import io.tidemark.cli.CommandLineFace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A console of one person: command lines run in this process, each with an engine of its own. */
final class Console {

    private final Path workspace;
    private final CommandLineFace.Engines engines;

    Console(Path workspace) {
        this(workspace, RealEngine::make);
    }

    Console(Path workspace, CommandLineFace.Engines engines) {
        this.workspace = workspace;
        this.engines = engines;
    }

    /** Runs one command line to its end. */
    Ran run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit =
                new CommandLineFace(engines, (file, language) -> 70, printer(out), printer(err)).run(complete(words));
        return new Ran(
                List.of(words), exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs what has to succeed. */
    Ran does(String... words) {
        return run(words).done();
    }

    private String[] complete(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--workspace", workspace.toString()));
        if (!all.contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        return all.toArray(String[]::new);
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
