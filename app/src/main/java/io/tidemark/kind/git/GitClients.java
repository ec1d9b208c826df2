package io.tidemark.kind.git;

import io.tidemark.kind.ServedRepository;
import io.tidemark.model.ClientLines;
import java.util.List;

/** What people who clone must type. */
final class GitClients {

    private GitClients() {}

    static ClientLines lines(ServedRepository served) {
        List<String> paths = served.paths();
        List<String> lines = paths.stream()
                .map(path -> "git clone '" + served.web() + "/" + path + "' '" + served.name() + "'")
                .toList();
        return new ClientLines("git", "", lines.isEmpty() ? List.of("git clone '" + served.web() + "/'") : lines);
    }
}
