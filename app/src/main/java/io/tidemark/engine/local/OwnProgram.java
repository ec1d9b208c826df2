package io.tidemark.engine.local;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts this same program once more, as it was started itself, for one job. Its streams lead to a file: it must be able to
 * speak when whoever started it is gone.
 */
public final class OwnProgram implements Launcher {

    private static final Path WORDS = Path.of("/proc/self/cmdline");
    private static final long LARGEST_LOG = 1 << 20;

    private final String command;
    private final List<String> options;
    private final Path log;

    /**
     * This program.
     *
     * @param command the word of our own command line that ours begins with: what stands before it starts Java and us
     * @param options words behind the job
     * @param log takes what is said beside the job's own log
     */
    public OwnProgram(String command, List<String> options, Path log) {
        this.command = command;
        this.options = List.copyOf(options);
        this.log = log;
    }

    @Override
    public Process launch(Path dir, String id) throws IOException {
        List<String> words = new ArrayList<>(beginning());
        words.addAll(List.of(command, "--job", dir.toString(), id));
        words.addAll(options);
        Redirect said = said();
        return new ProcessBuilder(words)
                .directory(new File("/"))
                .redirectInput(new File("/dev/null"))
                .redirectOutput(said)
                .redirectError(said)
                .start();
    }

    /** Java, its options and the main class; the list that Java itself gives may be cut short. */
    private List<String> beginning() throws IOException {
        String[] words = Files.readString(WORDS, StandardCharsets.UTF_8).split("\0");
        List<String> ours = List.of(words);
        int end = ours.indexOf(command);
        if (end < 1) {
            throw new IOException("not started as " + command);
        }
        List<String> beginning = new ArrayList<>(ours.subList(0, end));
        beginning.set(0, ProcessHandle.current().info().command().orElse(beginning.getFirst()));
        return beginning;
    }

    private Redirect said() {
        try {
            Files.createDirectories(log.getParent());
            boolean full = Files.exists(log) && Files.size(log) > LARGEST_LOG;
            return full ? Redirect.to(log.toFile()) : Redirect.appendTo(log.toFile());
        } catch (IOException nowhere) {
            return Redirect.to(new File("/dev/null"));
        }
    }
}
