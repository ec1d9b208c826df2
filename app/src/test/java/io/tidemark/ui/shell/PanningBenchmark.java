package io.tidemark.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Drags the timeline of a repository with 10,000 versions to and fro in a real window on Xvfb, with JavaFX's software
 * renderer, and prints how long frames took. Twice: at the usual pace of 60 frames a second, where a frame that comes in
 * time counts 17 ms, and as fast as frames can be made, where the time is what a frame costs. Arguments: versions
 * (default 10,000), frames for each zoom (default 400). {@code installer/measure pan}
 */
public final class PanningBenchmark {

    private PanningBenchmark() {}

    /** Runs the benchmark; ends with 0 when no frame took longer than 50 ms. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int slow = 0;
        try (XDisplay display = XDisplay.open()) {
            slow += run(display, "usual pace", List.of(), args);
            slow += run(display, "full speed", List.of("-Djavafx.animation.fullspeed=true"), args);
        }
        System.exit(slow);
    }

    private static int run(XDisplay display, String pace, List<String> options, String... args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmn32m", "-XX:+UseCompactObjectHeaders"));
        command.addAll(List.of("-Dprism.order=sw", "--enable-native-access=ALL-UNNAMED"));
        command.add("-Djava.util.logging.config.file=app/src/dist/lib/logging.properties");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PanningRun.class.getName(), pace));
        command.addAll(List.of(args));
        return display.show(new ProcessBuilder(command)).inheritIO().start().waitFor();
    }
}
