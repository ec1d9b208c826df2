package io.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HelpTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void describesEveryCommandAndOption() {
        Texts texts = new Texts(Locale.ENGLISH);
        Set<String> missing = new TreeSet<>();
        Set<String> used = new TreeSet<>(Set.of("cli.help.tidemark"));
        CommandLine root =
                Commands.build(new Face((file, clock) -> null, (file, language) -> 0, texts, output(out), output(err)));
        for (CommandLine line : root.getSubcommands().values()) {
            String command = line.getCommandName();
            used.add("cli.help." + command);
            line.getCommandSpec().options().forEach(option -> {
                String name = option.longestName().substring(2).replace("[no-]", "");
                String own = "cli.help." + command + "." + name;
                used.add(texts.has(own) ? own : "cli.help." + name);
            });
        }
        used.add("cli.help.version");
        used.stream().filter(key -> !texts.has(key)).forEach(missing::add);
        assertEquals(Set.of(), missing);
    }

    @Test
    void aCommandThatIsBuiltAloneIsTheSame() {
        Texts texts = new Texts(Locale.ENGLISH);
        Face face = new Face((file, clock) -> null, (file, language) -> 0, texts, output(out), output(err));
        CommandLine all = Commands.build(face);
        for (String name : all.getSubcommands().keySet()) {
            assertEquals(name, all.getSubcommands().get(name).getCommandSpec().name());
            if (!Set.of("init", "adopt", "configure", "completion", "man").contains(name)) {
                CommandLine alone = Commands.build(face, name);
                assertEquals(Set.of(name), alone.getSubcommands().keySet());
                assertEquals(
                        all.getSubcommands().get(name).getUsageMessage(),
                        alone.getSubcommands().get(name).getUsageMessage());
            }
        }
    }

    @Test
    void helpSpeaksTheLanguageAskedFor() {
        assertEquals(0, run("rollback", "--help", "--lang", "fr"));
        assertTrue(text(out).contains("dernière bonne version"), text(out));
        assertEquals(0, run("update", "--lang=en", "--help"));
        assertTrue(text(out).contains("Move this channel to the new version."), text(out));
    }

    @Test
    void answersTwoForAWrongCall() {
        assertEquals(2, run("promote", "dir"));
        assertTrue(text(err).contains("--help"), text(err));
        assertEquals(2, run("no-such-command"));
    }

    @Test
    void refusesAPruneThatNamesNothing() {
        assertEquals(2, run("prune", "dir", "--lang", "en"));
        assertTrue(text(err).contains("--keep"), text(err));
    }

    @Test
    void quotesWordsForAShell() {
        assertEquals("'it'\\''s' a=b '' '$HOME'", ShellWords.join(java.util.List.of("it's", "a=b", "", "$HOME")));
    }

    @Test
    void showsControlCharactersInsteadOfObeyingThem() {
        assertEquals("a\\x1b[2Jb\\x0a", Output.printable("a\u001b[2Jb\n"));
    }

    private int run(String... args) {
        return new CommandLineFace(
                        (file, clock) -> {
                            throw new IllegalStateException("no engine is needed for this");
                        },
                        (file, language) -> 0,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
    }

    private static Output output(ByteArrayOutputStream bytes) {
        return new Output(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
