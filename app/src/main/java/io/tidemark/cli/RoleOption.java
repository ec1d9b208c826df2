package io.tidemark.cli;

import picocli.CommandLine.Option;

/** Which of a repository's treefiles is meant; the first, that of development, where nothing is said. */
final class RoleOption {

    @Option(names = "--role", paramLabel = "ROLE")
    String role = "";
}
