package io.tidemark.cli;

import io.tidemark.text.Texts;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * The parser's view of our texts: a command {@code tidemark update} is described by {@code cli.help.update}, its option
 * {@code --promote} by {@code cli.help.update.promote}, or {@code cli.help.promote} where all commands mean the same.
 */
final class HelpTexts extends ResourceBundle {

    private static final String OURS = "cli.help.";
    private static final String DIRECTORY = "DIR[";

    private final Map<String, String> byParserKey = new HashMap<>();

    HelpTexts(Texts texts) {
        for (String key : texts.keys(OURS)) {
            String name = key.substring(OURS.length());
            String text = texts.get(key).replace("%", "%%");
            if (name.indexOf('.') < 0) {
                byParserKey.put(name, text);
                byParserKey.put(
                        name.equals("tidemark")
                                ? "tidemark.usage.description"
                                : "tidemark." + name + ".usage.description",
                        text);
            } else {
                byParserKey.put("tidemark." + name, text);
            }
        }
    }

    @Override
    protected Object handleGetObject(String key) {
        String own = byParserKey.get(key);
        return own == null && key.contains(DIRECTORY) ? directory(key) : own;
    }

    /** The parser asks for {@code tidemark.init.DIR[0]}, and more generally for {@code DIR[0]}. */
    private String directory(String key) {
        String bare = key.substring(0, key.indexOf('['));
        return byParserKey.get(bare);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(byParserKey.keySet());
    }
}
