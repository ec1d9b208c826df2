package io.tidemark.text;

import java.util.Map;

/**
 * Fills values into a text. {@code {name}} puts the value in as it is; {@code {name:format}} formats it first, where
 * format is one of {@code number}, {@code bytes}, {@code signed} (bytes with a sign), {@code percent}, {@code date},
 * {@code time}, {@code ago}, {@code duration} (milliseconds), {@code speed}, or {@code plural:one|many} in which
 * {@code #} stands for the number. A doubled opening brace is a brace.
 */
final class Template {

    private Template() {}

    static String fill(String text, Map<String, String> args, Formats formats) {
        StringBuilder out = new StringBuilder(text.length() + 32);
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            if (open < 0) {
                return out.append(text, at, text.length()).toString();
            }
            out.append(text, at, open);
            if (text.startsWith("{{", open)) {
                out.append('{');
                at = open + 2;
                continue;
            }
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("unclosed brace in text: " + text);
            }
            out.append(value(text.substring(open + 1, close), args, formats));
            at = close + 1;
        }
        return out.toString();
    }

    private static String value(String spec, Map<String, String> args, Formats formats) {
        String[] parts = spec.split(":", 3);
        String raw = args.get(parts[0]);
        if (raw == null) {
            return "{" + spec + "}";
        }
        return parts.length == 1 ? raw : formats.format(parts[1], parts.length == 3 ? parts[2] : "", raw);
    }
}
