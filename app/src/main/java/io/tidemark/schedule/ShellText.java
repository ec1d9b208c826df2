package io.tidemark.schedule;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a shell's text apart into simple commands, as far as one can without running it: quotes, separators, redirections,
 * variables set in the same text, and {@code cd}. Substitutions stay as they are written.
 */
final class ShellText {

    private static final Set<String> KEYWORDS =
            Set.of("if", "then", "else", "elif", "do", "done", "while", "until", "fi", "!", "{", "}", "time", "exec");

    private static final Set<String> DECLARATIONS = Set.of("export", "local", "readonly", "declare");

    private final String text;
    private final Map<String, String> variables;
    private final List<ShellCommand> commands = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private List<String> words = new ArrayList<>();
    private List<String> outputs = new ArrayList<>();
    private Optional<Path> cwd;
    private boolean inWord;
    private char next = 'w';
    private int at;

    private ShellText(String text, Optional<Path> cwd, Map<String, String> variables) {
        this.text = text;
        this.cwd = cwd;
        this.variables = new HashMap<>(variables);
    }

    static List<ShellCommand> parse(String text, Optional<Path> cwd, Map<String, String> variables) {
        return new ShellText(text, cwd, variables).run();
    }

    private List<ShellCommand> run() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case ' ', '\t', '\r' -> endWord();
                case '\n', ';', '|', '&', '(', ')', '`' -> endCommand();
                case '\'' -> single();
                case '"' -> quoted();
                case '\\' -> escaped();
                case '$' -> variable();
                case '>' -> redirect('o');
                case '<' -> redirect('i');
                case '#' -> comment();
                default -> put(c);
            }
        }
        endCommand();
        return commands;
    }

    private void put(char c) {
        word.append(c);
        inWord = true;
    }

    private void single() {
        int close = text.indexOf('\'', at);
        int end = close < 0 ? text.length() : close;
        word.append(text, at, end);
        inWord = true;
        at = end + 1;
    }

    private void quoted() {
        inWord = true;
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case '"' -> {
                    return;
                }
                case '$' -> variable();
                case '\\' -> escaped();
                default -> word.append(c);
            }
        }
    }

    private void escaped() {
        if (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\n') {
                put(c);
            }
        }
    }

    private void variable() {
        boolean braces = text.startsWith("{", at);
        int start = braces ? at + 1 : at;
        int end = start;
        while (end < text.length() && nameChar(text.charAt(end))) {
            end++;
        }
        String name = text.substring(start, end);
        boolean closed = !braces || text.startsWith("}", end);
        if (name.isEmpty() || !closed || !variables.containsKey(name)) {
            put('$');
            return;
        }
        word.append(variables.get(name));
        inWord = true;
        at = braces ? end + 1 : end;
    }

    private void redirect(char kind) {
        if (inWord && word.chars().allMatch(Character::isDigit)) {
            word.setLength(0);
            inWord = false;
        }
        endWord();
        while (at < text.length() && "><&|-".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        next = kind;
    }

    private void comment() {
        if (inWord) {
            put('#');
            return;
        }
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    private void endWord() {
        if (inWord) {
            switch (next) {
                case 'o' -> outputs.add(word.toString());
                case 'i' -> {}
                default -> words.add(word.toString());
            }
            next = 'w';
        }
        word.setLength(0);
        inWord = false;
    }

    private void endCommand() {
        endWord();
        while (!words.isEmpty() && KEYWORDS.contains(words.getFirst())) {
            words.removeFirst();
        }
        assignments();
        if (!words.isEmpty() && words.getFirst().equals("cd")) {
            cd();
        } else if (!words.isEmpty() || !outputs.isEmpty()) {
            commands.add(new ShellCommand(words.isEmpty() ? List.of(":") : words, outputs, cwd));
        }
        words = new ArrayList<>();
        outputs = new ArrayList<>();
        next = 'w';
    }

    private void assignments() {
        if (!words.isEmpty() && DECLARATIONS.contains(words.getFirst())) {
            words.removeFirst();
        }
        while (!words.isEmpty() && isAssignment(words.getFirst())) {
            String set = words.removeFirst();
            int equals = set.indexOf('=');
            variables.put(set.substring(0, equals), set.substring(equals + 1));
        }
    }

    private static boolean isAssignment(String word) {
        int equals = word.indexOf('=');
        if (equals <= 0 || Character.isDigit(word.charAt(0))) {
            return false;
        }
        for (int i = 0; i < equals; i++) {
            if (!nameChar(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void cd() {
        String target = words.getLast();
        try {
            Path path = Path.of(target);
            cwd = path.isAbsolute() ? Optional.of(path) : cwd.map(here -> here.resolve(path));
        } catch (InvalidPathException odd) {
            cwd = Optional.empty();
        }
    }

    private static boolean nameChar(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
    }
}
