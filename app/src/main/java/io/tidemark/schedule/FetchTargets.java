package io.tidemark.schedule;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where wget and curl put what they fetch. */
final class FetchTargets {

    private final ShellCommand command;
    private final List<String> files = new ArrayList<>();
    private Optional<Path> directory;

    FetchTargets(ShellCommand command) {
        this.command = command;
        this.directory = command.cwd();
        boolean wget = command.program().equals("wget");
        List<String> words = command.words();
        for (int i = 1; i < words.size(); i++) {
            String value = i + 1 < words.size() ? words.get(i + 1) : "";
            read(words.get(i), value, wget);
        }
    }

    /** Whether any of it lies in the tree: a named file, or the directory that unnamed ones go to. */
    boolean any(TreePaths tree) {
        return files.stream().anyMatch(file -> tree.inside(file, command.cwd()))
                || (files.isEmpty() && directory.filter(tree::inside).isPresent());
    }

    private void read(String word, String value, boolean wget) {
        String prefix = wget ? "--directory-prefix" : "--output-dir";
        String output = wget ? "--output-document" : "--output";
        if (word.equals(prefix) || (wget && word.equals("-P"))) {
            enter(value);
        } else if (word.startsWith(prefix + "=") || (wget && word.startsWith("-P"))) {
            enter(word.substring(word.startsWith("-P") ? 2 : prefix.length() + 1));
        } else if (word.equals(output) || word.equals(wget ? "-O" : "-o")) {
            files.add(value);
        } else if (word.startsWith(output + "=")) {
            files.add(word.substring(output.length() + 1));
        }
    }

    private void enter(String name) {
        try {
            Path path = Path.of(name);
            directory = path.isAbsolute() ? Optional.of(path) : command.cwd().map(here -> here.resolve(path));
        } catch (InvalidPathException odd) {
            directory = Optional.empty();
        }
    }
}
