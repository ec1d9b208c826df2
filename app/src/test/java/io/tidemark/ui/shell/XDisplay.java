package io.tidemark.ui.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A screen without a monitor (Xvfb) for the time of a benchmark; ends with it. */
record XDisplay(Process server, String name) implements AutoCloseable {

    /** Starts a screen of 1600×1000; the server itself picks a free number. */
    static XDisplay open() throws IOException {
        Process server = new ProcessBuilder(
                        List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
        BufferedReader said =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
        String number = said.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start; the Debian package is xvfb");
        }
        return new XDisplay(server, ":" + number);
    }

    /** Lets a child process draw here, with the pure GTK platform and nothing of the surrounding session. */
    ProcessBuilder show(ProcessBuilder child) {
        Map<String, String> environment = child.environment();
        environment.put("DISPLAY", name);
        environment.remove("WAYLAND_DISPLAY");
        return child;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
