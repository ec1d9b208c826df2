package io.tidemark.program;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the machine from suspending while something runs, by {@code systemd-inhibit}: it holds the lock of logind as long as
 * the program that it starts lives, and that one ends with us, however we end, because it reads a pipe of ours.
 */
public final class SleepInhibitor {

    private static final long VERDICT_MILLIS = 700;
    private static final int LONGEST = 300;

    private final String program;

    /** An inhibitor by that program, {@code systemd-inhibit} as a rule. */
    public SleepInhibitor(String program) {
        this.program = program;
    }

    /**
     * What was held, until it is closed.
     *
     * @param works whether the machine is really kept awake
     * @param why what stands against it, empty where it works
     */
    public record Held(boolean works, String why, Runnable release) implements AutoCloseable {
        @Override
        public void close() {
            release.run();
        }
    }

    /** Holds the machine awake from now on; where there is no logind, nothing happens and the answer says why. */
    public Held hold(String why) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of(
                            program, "--what=sleep:idle", "--who=Tidemark", "--why=" + why, "--mode=block", "cat"))
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            return process.waitFor(VERDICT_MILLIS, TimeUnit.MILLISECONDS)
                    ? new Held(false, said(process), () -> {})
                    : new Held(true, "", () -> release(process));
        } catch (IOException missing) {
            return new Held(false, program, () -> {});
        }
    }

    private static String said(Process process) throws IOException {
        try (InputStream errors = process.getErrorStream()) {
            return new String(errors.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
        }
    }

    private static void release(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException goneAlready) {
            process.destroy();
        }
        process.destroy();
    }
}
