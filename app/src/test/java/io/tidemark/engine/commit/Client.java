package io.tidemark.engine.commit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A computer that follows a ref over HTTP with nothing but {@code ostree}. */
public final class Client {

    private static final String REMOTE = "company";

    private final Path repository;
    private final String ref;

    /** One that trusts the keys in a file. */
    public Client(Path repository, String url, Path keys, String ref) throws IOException, InterruptedException {
        this.repository = Files.createDirectories(repository);
        this.ref = ref;
        run("init", "--mode=bare-user-only");
        CommitLab.hasty(repository);
        run("remote", "add", "--set=gpg-verify-summary=true", "--gpg-import=" + keys, REMOTE, url);
    }

    /** One that asks for no signatures. */
    public Client(Path repository, String url, String ref) throws IOException, InterruptedException {
        this.repository = Files.createDirectories(repository);
        this.ref = ref;
        run("init", "--mode=bare-user-only");
        CommitLab.hasty(repository);
        run("remote", "add", "--no-gpg-verify", REMOTE, url);
    }

    /** Has a commit from now on, as after an update long ago. */
    public void fetch(String commit) throws IOException, InterruptedException {
        run("pull", "--disable-static-deltas", REMOTE, ref + "@" + commit);
    }

    /** Goes to what the ref stands for now; refuses to go back in time, as computers in use do. */
    public void upgrade(String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("pull", "--timestamp-check"));
        words.addAll(List.of(options));
        words.addAll(List.of(REMOTE, ref));
        run(words.toArray(String[]::new));
    }

    /** A file of the system that it runs now. */
    public String read(String path) throws IOException, InterruptedException {
        Path checkout = repository.resolveSibling("checkout-" + System.nanoTime());
        run("checkout", "--user-mode", REMOTE + ":" + ref, checkout.toString());
        return Files.readString(checkout.resolve(path));
    }

    private void run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ostree", words[0]));
        command.addAll(List.of(words).subList(1, words.length));
        command.add("--repo=" + repository);
        Ran.mustDo(command);
    }

    /** Runs programs to their ends. */
    static final class Ran {

        private Ran() {}

        static String mustDo(List<String> command) throws IOException, InterruptedException {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ": " + said);
            }
            return said;
        }
    }
}
