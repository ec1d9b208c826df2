package io.tidemark.cli;

import io.tidemark.text.Texts;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * The parser's view of our texts: a command {@code tidemark update} is described by {@code cli.help.update}, its option
 * {@code --promote} by {@code cli.help.update.promote}, or {@code cli.help.promote} where all commands mean the same. A
 * command below another has a hyphen in its name: {@code cli.help.delta-make.signature}.
 */
final class HelpTexts extends ResourceBundle {

    private static final String OURS = "cli.help.";
    private static final String KINDS = "kind.";
    private static final String HELP = ".help";
    private static final String DIRECTORY = "DIR";
    /** The parser puts the position behind the name of a parameter, in one of these ways. */
    private static final List<String> POSITIONS = List.of("[0]", "[1]", "[0+]", "[0..1]", "[0..*]", "[*]");

    private final Map<String, String> byParserKey = new HashMap<>();

    HelpTexts(Texts texts) {
        putOptionsOfKinds(texts);
        for (String key : texts.keys(OURS)) {
            String name = key.substring(OURS.length());
            String text = texts.get(key).replace("%", "%%");
            if (name.endsWith(DIRECTORY)) {
                POSITIONS.forEach(position -> byParserKey.put(parameter(name) + position, text));
            }
            int dot = name.indexOf('.');
            if (dot < 0) {
                byParserKey.put(name, text);
                put(name, ".usage.description", text);
            } else {
                put(name.substring(0, dot), name.substring(dot), text);
            }
        }
    }

    /** A kind's option may be called as some command is. */
    private void putOptionsOfKinds(Texts texts) {
        texts.keys(KINDS).stream()
                .filter(key -> key.endsWith(HELP))
                .forEach(key -> byParserKey.put(key, texts.get(key).replace("%", "%%")));
    }

    /** A hyphen stands between a command and one below it, or belongs to the name. */
    private void put(String command, String what, String text) {
        if (command.equals("tidemark")) {
            byParserKey.put(command + what, text);
        } else {
            byParserKey.put("tidemark." + command.replace('-', '.') + what, text);
            byParserKey.put("tidemark." + command.replaceFirst("-", ".") + what, text);
            byParserKey.put("tidemark." + command + what, text);
        }
    }

    private static String parameter(String name) {
        return name.equals(DIRECTORY) ? name : "tidemark." + name;
    }

    @Override
    protected Object handleGetObject(String key) {
        return byParserKey.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(byParserKey.keySet());
    }
}
