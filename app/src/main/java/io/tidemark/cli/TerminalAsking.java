package io.tidemark.cli;

import io.tidemark.model.Asking;
import io.tidemark.model.HostKeyQuestion;
import io.tidemark.model.SecretQuestion;
import io.tidemark.text.Texts;
import java.io.Console;
import java.util.Locale;
import java.util.Optional;

/**
 * The person at the terminal. Without a terminal there is nobody to ask. Secrets are typed without echo, one
 * question at a time.
 */
final class TerminalAsking implements Asking {

    private final Locale language;

    TerminalAsking(Locale language) {
        this.language = language;
    }

    @Override
    public synchronized Optional<char[]> secret(SecretQuestion question) {
        return terminal().flatMap(console -> Optional.ofNullable(ask(console, question)));
    }

    private char[] ask(Console console, SecretQuestion question) {
        String words = words(question);
        if (question.hidden()) {
            return console.readPassword("%s ", words);
        }
        String line = console.readLine("%s ", words);
        return line == null ? null : line.toCharArray();
    }

    private String words(SecretQuestion question) {
        Texts texts = new Texts(language);
        String object = Output.printable(question.object());
        return switch (question.kind()) {
            case PASSWORD -> texts.get("ask.password", "object", object);
            case PASSPHRASE -> texts.get("ask.passphrase", "object", object);
            case ANSWER -> texts.get("ask.answer", "object", object, "prompt", Output.printable(question.prompt()));
        };
    }

    @Override
    public synchronized boolean trust(HostKeyQuestion question) {
        Texts texts = new Texts(language);
        String words = texts.get(
                "ask.host-key",
                "host",
                Output.printable(question.host()),
                "type",
                Output.printable(question.type()),
                "fingerprint",
                Output.printable(question.fingerprint()));
        return terminal()
                .map(console -> console.readLine("%s ", words))
                .filter(answer -> answer.strip().equalsIgnoreCase(texts.get("ask.host-key.yes")))
                .isPresent();
    }

    private static Optional<Console> terminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
