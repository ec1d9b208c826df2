package io.tidemark.schedule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Judges whether a command writes into a tree. A destination there counts, a source does not; of programs that nobody
 * knows every mention counts if {@code suspicious}. Scripts are looked into, one script deep.
 */
final class WritingRule {

    private static final int DEEPEST = 3;
    private static final Set<String> GIT_READS =
            Set.of("log", "status", "show", "diff", "ls-files", "rev-parse", "ls-remote", "describe", "fsck");

    private final TreePaths tree;
    private final boolean suspicious;
    private final BiFunction<Path, String, Optional<String>> scripts;

    WritingRule(TreePaths tree, boolean suspicious) {
        this(tree, suspicious, SmallFiles::text);
    }

    /** The same where scripts are read in a way of its own: the text of a file that begins as given. */
    WritingRule(TreePaths tree, boolean suspicious, BiFunction<Path, String, Optional<String>> scripts) {
        this.tree = tree;
        this.suspicious = suspicious;
        this.scripts = scripts;
    }

    /** Whether a shell's text writes into the tree. */
    boolean writes(String text, Optional<Path> cwd) {
        return writes(text, cwd, Map.of(), 0);
    }

    /** Whether one command does. */
    boolean writes(ShellCommand command) {
        return writes(command, 0);
    }

    private boolean writes(String text, Optional<Path> cwd, Map<String, String> variables, int depth) {
        return depth < DEEPEST
                && ShellText.parse(text, cwd, variables).stream().anyMatch(command -> writes(command, depth));
    }

    private boolean writes(ShellCommand wrapped, int depth) {
        if (wrapped.outputs().stream().anyMatch(file -> tree.inside(file, wrapped.cwd()))) {
            return true;
        }
        ShellCommand command = unwrapped(wrapped);
        String program = command.program();
        if (Programs.SHELLS.contains(program)) {
            return shell(command, depth);
        } else if (Programs.READERS.contains(program)) {
            return false;
        } else if (Programs.known(program)) {
            return known(command, program);
        }
        return script(command, 0, depth) || (suspicious && !serves(command) && mentions(command));
    }

    private boolean known(ShellCommand command, String program) {
        return switch (program) {
            case "find" -> has(command, "-delete", "-exec", "-execdir", "-ok") && mentions(command);
            case "sed", "perl" ->
                command.words().stream().anyMatch(w -> w.startsWith("-i") || w.startsWith("-pi")) && mentions(command);
            case "tar" -> tar(command);
            case "git" -> git(command);
            case "wget", "curl" -> new FetchTargets(command).any(tree);
            default ->
                Programs.COPIERS.contains(program)
                        ? copies(command, program)
                        : mentions(command) || (Programs.FETCHERS.contains(program) && here(command));
        };
    }

    private boolean copies(ShellCommand command, String program) {
        List<String> operands = new ArrayList<>();
        List<String> words = command.words();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("-t") && !program.equals("rsync") && i + 1 < words.size()) {
                return tree.inside(words.get(i + 1), command.cwd());
            } else if (word.startsWith("--target-directory=")) {
                return tree.inside(word.substring(word.indexOf('=') + 1), command.cwd());
            } else if (program.equals("rsync") && Programs.RSYNC_VALUES.contains(word)) {
                i++;
            } else if (!word.startsWith("-")) {
                operands.add(word);
            }
        }
        boolean remote = operands.size() > 1 && operands.getLast().matches("[^/]+:.*");
        if (operands.size() < 2 || remote) {
            return false;
        }
        boolean deletes = words.stream().anyMatch(w -> w.startsWith("--delete"));
        return tree.inside(operands.getLast(), command.cwd())
                || (deletes && tree.around(operands.getLast(), command.cwd()));
    }

    private boolean tar(ShellCommand command) {
        List<String> words = command.words();
        boolean creates = words.size() > 1 && words.get(1).matches("-?[a-zA-Z]*c[a-zA-Z]*|--create");
        if (creates) {
            return words.size() > 2 && tree.inside(words.get(2), command.cwd());
        }
        return mentions(command) || here(command);
    }

    private boolean git(ShellCommand command) {
        return command.words().stream().noneMatch(GIT_READS::contains) && (mentions(command) || here(command));
    }

    /** {@code sh -c TEXT}, {@code su user -c TEXT}, {@code sh SCRIPT}. */
    private boolean shell(ShellCommand command, int depth) {
        List<String> words = command.words();
        for (int i = 1; i + 1 < words.size(); i++) {
            if (words.get(i).matches("-[a-z]*c|--command")) {
                return writes(words.get(i + 1), command.cwd(), Map.of(), depth + 1);
            }
        }
        for (int i = 1; i < words.size(); i++) {
            if (!words.get(i).startsWith("-")) {
                return script(command, i, depth);
            }
        }
        return false;
    }

    /** A script that the command runs, with its arguments as {@code $1} and so on. */
    private boolean script(ShellCommand command, int index, int depth) {
        String name = command.words().get(index);
        Path file = name.startsWith("/")
                ? Path.of(name)
                : command.cwd().map(d -> d.resolve(name)).orElse(null);
        Optional<String> text = file == null ? Optional.empty() : scripts.apply(file, index == 0 ? "#!" : "");
        if (text.isEmpty()) {
            return false;
        }
        Map<String, String> arguments = new HashMap<>();
        for (int i = index + 1; i < command.words().size(); i++) {
            arguments.put(String.valueOf(i - index), command.words().get(i));
        }
        return writes(text.get(), command.cwd(), arguments, depth + 1);
    }

    /** What a wrapper runs: the first of its words that is a program we know, or else the first that is no option. */
    private static ShellCommand unwrapped(ShellCommand command) {
        if (!Programs.WRAPPERS.contains(command.program())) {
            return command;
        }
        List<String> words = command.words();
        for (int i = 1; i < words.size(); i++) {
            if (Programs.known(ShellCommand.name(words.get(i)))) {
                return command.from(i);
            }
        }
        int skip = command.program().matches("flock|timeout") ? 2 : 1;
        while (skip < words.size() - 1 && words.get(skip).matches("-.*|[0-9]+|\\w+=.*")) {
            skip++;
        }
        return skip < words.size() ? command.from(skip) : command;
    }

    private boolean mentions(ShellCommand command) {
        return command.words().stream().skip(1).anyMatch(word -> tree.mentioned(word, command.cwd()));
    }

    private boolean here(ShellCommand command) {
        return command.cwd().filter(tree::inside).isPresent();
    }

    private static boolean has(ShellCommand command, String... options) {
        return command.words().stream().anyMatch(Set.of(options)::contains);
    }

    /** Interpreters that run a web server over a directory. */
    private static boolean serves(ShellCommand command) {
        return command.words().stream().anyMatch(w -> w.equals("http.server") || w.equals("--daemon"));
    }
}
