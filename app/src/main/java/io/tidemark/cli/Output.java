package io.tidemark.cli;

import java.io.PrintStream;
import java.io.PrintWriter;

/** A stream of lines in which nothing from outside can move the cursor, change colours or forge a line. */
final class Output {

    private final PrintStream stream;

    Output(PrintStream stream) {
        this.stream = stream;
    }

    /** One line; control characters and direction marks in it are shown as {@code \xNN}. */
    void line(String text) {
        stream.println(printable(text));
    }

    /** An empty line. */
    void line() {
        stream.println();
    }

    /** A document that was made by ourselves, as it is. */
    void document(String text) {
        stream.print(text);
        stream.flush();
    }

    /** Writes over the current line of a terminal. */
    void over(String text) {
        stream.print("\r\u001b[K" + printable(text));
        stream.flush();
    }

    /** The stream as the parser wants it. */
    PrintWriter writer() {
        return new PrintWriter(stream, true, stream.charset());
    }

    /** Clears the current line of a terminal. */
    void clear() {
        stream.print("\r\u001b[K");
        stream.flush();
    }

    static String printable(String text) {
        if (text.chars().noneMatch(Output::hidden)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> {
            if (hidden(c)) {
                shown.append(String.format("\\x%02x", c));
            } else {
                shown.append((char) c);
            }
        });
        return shown.toString();
    }

    private static boolean hidden(int c) {
        return c < 0x20 && c != '\t'
                || c >= 0x7f && c < 0xa0
                || c >= 0x202a && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069
                || c == 0x200e
                || c == 0x200f;
    }
}
