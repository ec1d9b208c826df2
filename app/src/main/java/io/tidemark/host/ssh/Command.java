package io.tidemark.host.ssh;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One verb with its data.
 *
 * @param verb what to run
 * @param arguments data that follow the verb's own arguments; they arrive as they are, whatever they hold, but NUL
 * @param input what the program reads from its standard input when it is {@linkplain SshConnection#run run} to its end
 */
public record Command(Verb verb, List<String> arguments, byte[] input) {

    public Command {
        arguments = List.copyOf(arguments);
    }

    /** A verb without input. */
    public static Command of(Verb verb, String... arguments) {
        return new Command(verb, List.of(arguments), new byte[0]);
    }

    /** A verb without input. */
    public static Command of(Verb verb, List<String> arguments) {
        return new Command(verb, arguments, new byte[0]);
    }

    /** The same with input. */
    public Command reading(String text) {
        return reading(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with input that need not be text. */
    public Command reading(byte[] bytes) {
        return new Command(verb, arguments, bytes);
    }

    /**
     * The words of the command line; {@code sudo} never asks, for nobody could answer.
     *
     * @param root whether the account is root already
     */
    List<String> words(boolean root) {
        List<String> words = new ArrayList<>();
        if (needsRoot() && !root) {
            words.addAll(List.of("sudo", "-n", "--"));
        }
        words.addAll(verb.words());
        words.addAll(arguments);
        return words;
    }

    /** Whether the rights of the account may not be enough. */
    boolean needsRoot() {
        return verb.rights() == Verb.Rights.ROOT;
    }
}
