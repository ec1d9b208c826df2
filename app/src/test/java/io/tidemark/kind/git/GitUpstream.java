package io.tidemark.kind.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A bare repository as somebody else's server has it, made by the real git. */
public final class GitUpstream {

    private final Path path;
    private long clock = 1_700_000_000L;
    private int made;

    private GitUpstream(Path path) {
        this.path = path;
    }

    /** An empty one. */
    public static GitUpstream make(Path path) throws IOException, InterruptedException {
        GitUpstream upstream = new GitUpstream(path);
        run(path.getParent(), "", "init", "-q", "--bare", path.toString());
        run(path, "", "symbolic-ref", "HEAD", "refs/heads/main");
        return upstream;
    }

    /** Where it is fetched from. */
    public String url() {
        return "file://" + path;
    }

    /** Continues a branch by so many commits, each of which changes one file and adds one. */
    public void commits(String branch, int count) throws IOException, InterruptedException {
        StringBuilder stream = new StringBuilder();
        boolean fresh = git("branch", "--list", branch).isEmpty();
        for (int i = 0; i < count; i++) {
            commit(stream, branch, fresh && i == 0 ? "" : i == 0 ? "refs/heads/" + branch + "^0" : "");
        }
        run(path, stream.toString(), "fast-import", "--quiet", "--force");
    }

    private void commit(StringBuilder stream, String branch, String from) {
        int number = ++made;
        String subject = "Change " + number;
        stream.append("commit refs/heads/").append(branch).append('\n');
        stream.append("committer Somebody <somebody@example.org> ")
                .append(clock += 60)
                .append(" +0000\n");
        stream.append("data ")
                .append(subject.length())
                .append('\n')
                .append(subject)
                .append('\n');
        if (!from.isEmpty()) {
            stream.append("from ").append(from).append('\n');
        }
        file(stream, "README", "state " + number + "\n");
        file(stream, "files/" + number % 50 + "/" + number, ("line of " + number + "\n").repeat(1 + number % 40));
    }

    private static void file(StringBuilder stream, String name, String content) {
        stream.append("M 100644 inline ").append(name).append('\n');
        stream.append("data ")
                .append(content.length())
                .append('\n')
                .append(content)
                .append('\n');
    }

    /** Throws the newest commits of a branch away. */
    public void rewind(String branch, int commits) throws IOException, InterruptedException {
        git("update-ref", "refs/heads/" + branch, "refs/heads/" + branch + "~" + commits);
    }

    /** A new branch, or one that goes elsewhere. */
    public void branch(String name, String at) throws IOException, InterruptedException {
        git("branch", "-f", name, at);
    }

    /** Removes a branch. */
    public void delete(String branch) throws IOException, InterruptedException {
        git("branch", "-q", "-D", branch);
    }

    /** An annotated tag. */
    public void tag(String name, String at) throws IOException, InterruptedException {
        git("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "tag", "-a", "-m", name, name, at);
    }

    /** What a branch or tag names. */
    public String id(String ref) throws IOException, InterruptedException {
        return git("rev-parse", ref).strip();
    }

    private String git(String... words) throws IOException, InterruptedException {
        return run(path, "", words);
    }

    /** Runs git somewhere and returns what it answers; fails when it fails. */
    public static String run(Path at, String input, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", at.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            Thread writer = Thread.ofVirtual().start(() -> write(process, input));
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            writer.join();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(command + ": " + said);
            }
            return said;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void write(Process process, String input) {
        try (var out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            // Its exit code tells.
        }
    }
}
