package io.tidemark.cli;

import io.tidemark.text.Texts;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;

/**
 * The parser's view of our texts: a command {@code tidemark update} is described by {@code cli.help.update}, its option
 * {@code --promote} by {@code cli.help.update.promote}, or {@code cli.help.promote} where all commands mean the same.
 */
final class HelpTexts extends ResourceBundle {

    private static final String COMMAND_SUFFIX = ".usage.description";

    private final Texts texts;

    HelpTexts(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected Object handleGetObject(String key) {
        String ours = ours(key);
        return texts.has(ours) ? texts.get(ours).replace("%", "%%") : null;
    }

    @Override
    public boolean containsKey(String key) {
        return texts.has(ours(key));
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.emptyEnumeration();
    }

    private static String ours(String key) {
        String name = key.startsWith("tidemark.") ? key.substring("tidemark.".length()) : key;
        return "cli.help."
                + (name.endsWith(COMMAND_SUFFIX) ? name.substring(0, name.length() - COMMAND_SUFFIX.length()) : name);
    }
}
