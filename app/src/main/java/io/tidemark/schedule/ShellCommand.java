package io.tidemark.schedule;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One simple command as a shell would see it.
 *
 * @param words program and arguments, unquoted
 * @param outputs files that its output goes to
 * @param cwd directory it runs in, where that is known
 */
record ShellCommand(List<String> words, List<String> outputs, Optional<Path> cwd) {

    ShellCommand {
        words = List.copyOf(words);
        outputs = List.copyOf(outputs);
    }

    /** The program's name without its directory. */
    String program() {
        return name(words.getFirst());
    }

    /** The command without its first words. */
    ShellCommand from(int index) {
        return new ShellCommand(words.subList(index, words.size()), outputs, cwd);
    }

    static String name(String word) {
        return word.substring(word.lastIndexOf('/') + 1);
    }
}
