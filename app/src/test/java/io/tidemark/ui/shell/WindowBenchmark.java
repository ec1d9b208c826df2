package io.tidemark.ui.shell;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Times the start of the packaged program under Xvfb: from the call of {@code bin/tidemark} until the picture of its
 * first window is on the screen, with the demonstration's repository in the workspace. Argument: how often (default 10).
 * {@code installer/measure window}
 */
public final class WindowBenchmark {

    private static final long ASKED = 2_000;

    private final Path program;
    private final Path scratch;
    private final XDisplay display;

    private WindowBenchmark(Path program, Path scratch, XDisplay display) {
        this.program = program;
        this.scratch = scratch;
        this.display = display;
    }

    /** Runs the benchmark; ends with 0 when the middle start took no longer than asked. */
    public static void main(String[] args) throws Exception {
        Path program = Path.of(System.getProperty("tidemark.program"));
        int times = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        Path scratch = Files.createTempDirectory("tidemark-window");
        long middle;
        try (XDisplay display = XDisplay.open()) {
            middle = new WindowBenchmark(program, scratch, display).measure(times);
        }
        System.exit(middle <= ASKED ? 0 : 1);
    }

    private long measure(int times) throws IOException, InterruptedException {
        Path demo = scratch.resolve("demo");
        run(List.of("demo", demo.toString(), "--quiet"), "");
        List<String> gui =
                List.of("gui", "--workspace", demo.resolve("workspace.json").toString());
        List<Long> starts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            starts.add(run(gui, "-Dtidemark.exit-when-shown=true"));
        }
        List<Long> sorted = starts.stream().sorted().toList();
        long middle = sorted.get(sorted.size() / 2);
        System.out.printf("first window, %d starts in ms: %s%n", times, starts);
        System.out.printf(
                "best %d, middle %d, worst %d, asked %d%n", sorted.getFirst(), middle, sorted.getLast(), ASKED);
        return middle;
    }

    /** Milliseconds until the program has ended. */
    private long run(List<String> words, String options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(words);
        ProcessBuilder child = display.show(new ProcessBuilder(command))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT);
        child.environment().put("XDG_CONFIG_HOME", scratch.resolve("config").toString());
        child.environment().put("TIDEMARK_JAVA_OPTIONS", options);
        long start = System.nanoTime();
        Process running = child.start();
        if (!running.waitFor(2, TimeUnit.MINUTES) || running.exitValue() != 0) {
            running.destroyForcibly();
            throw new IllegalStateException("the program did not end well: " + words);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }
}
