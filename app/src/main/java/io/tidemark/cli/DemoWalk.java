package io.tidemark.cli;

import io.tidemark.demo.Demo;
import java.util.ArrayList;
import java.util.List;

/** The main job from the shell, command by command: look, update, compare, promote, roll back, verify; then deltas. */
final class DemoWalk {

    private final Face face;
    private final Demo demo;

    DemoWalk(Face face, Demo demo) {
        this.face = face;
        this.demo = demo;
    }

    static List<List<String>> commands(Demo demo) {
        String dir = demo.repository().toString();
        return List.of(
                List.of("status", dir),
                List.of("versions", dir),
                List.of("release", dir, "--channel", Demo.CHANNEL, "--reason", "3.15.6 has the fix"),
                List.of("update", dir, "--dry-run"),
                List.of("update", dir),
                List.of("diff", dir, "3.15.4", "3.15.6"),
                List.of("promote", dir, "3.15.6", "--channel", Demo.CHANNEL),
                List.of("rollback", dir, "--channel", Demo.CHANNEL, "--reason", "the clients misbehave"),
                List.of("verify", dir),
                List.of("log", dir, "--limit", "8"),
                List.of("delta", "run", demo.images().toString(), "--take-in"),
                List.of("delta", "plan", demo.images().toString()));
    }

    /** Runs them all; stops at the first that fails and answers its exit code. */
    int run() {
        face.out().line(face.text("cli.demo.walk"));
        for (List<String> command : commands(demo)) {
            face.out().line();
            face.out().line("$ tidemark " + ShellWords.join(command));
            int code = face.again(inWorkspace(command));
            if (code != ExitCode.DONE) {
                return code;
            }
        }
        face.out().line();
        face.out().line(face.text("cli.demo.walked", "dir", demo.dir()));
        return ExitCode.DONE;
    }

    private List<String> inWorkspace(List<String> command) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(
                "--workspace",
                demo.workspaceFile().toString(),
                "--lang",
                face.texts().locale().toLanguageTag()));
        return words;
    }
}
