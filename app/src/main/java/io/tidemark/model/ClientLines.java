package io.tidemark.model;

import java.util.List;

/**
 * What a client must be told to use a repository, ready to copy.
 *
 * @param client stable name: {@code apk}, {@code pacman}, {@code ostree}, {@code puavo}, {@code rsync}, {@code wget}, …
 * @param file where the lines belong on the client; empty for commands
 * @param lines without line ends
 */
public record ClientLines(String client, String file, List<String> lines) {
    public ClientLines {
        lines = List.copyOf(lines);
    }
}
