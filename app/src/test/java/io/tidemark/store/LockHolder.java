package io.tidemark.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another process that writes to a repository until it is told to stop, or killed. */
final class LockHolder {

    private LockHolder() {}

    /** Takes the lock, says so in one line, and waits for the end of its input. */
    public static void main(String[] args) throws Exception {
        DiskRepository repository = new DiskStores().open(Path.of(args[0]));
        try (DiskSession session = repository.write("update", "other@console", TestJob.quiet())) {
            say("holds " + session.store().root());
            System.in.readAllBytes();
        }
    }

    private static void say(String line) throws IOException {
        System.out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    /** Starts that process and returns when it holds the lock. */
    static Process start(Path root) throws IOException {
        Process process = prepare(root, "-Xshare:auto").start();
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (!("holds " + root).equals(line)) {
            process.destroyForcibly();
            throw new IllegalStateException("the other process said " + line);
        }
        return process;
    }

    /** A process that will do so, with one more option for its virtual machine. */
    static ProcessBuilder prepare(Path root, String option) {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        option,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
