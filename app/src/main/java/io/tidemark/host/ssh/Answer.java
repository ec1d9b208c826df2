package io.tidemark.host.ssh;

import java.nio.charset.StandardCharsets;

/**
 * How a command ended and what it said.
 *
 * @param exit its exit status
 * @param output its standard output, whole
 * @param complaints the beginning of its standard error, with control characters escaped, for messages
 */
public record Answer(int exit, byte[] output, String complaints) {

    /** Whether it says that all went well. */
    public boolean well() {
        return exit == 0;
    }

    /** The output as UTF-8 text. */
    public String text() {
        return new String(output, StandardCharsets.UTF_8);
    }
}
