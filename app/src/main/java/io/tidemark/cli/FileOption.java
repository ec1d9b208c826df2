package io.tidemark.cli;

import picocli.CommandLine.Option;

/** Which of the files that a treefile is made up of is meant; the treefile itself where nothing is said. */
final class FileOption {

    @Option(names = "--file", paramLabel = "NAME")
    String file = "";
}
