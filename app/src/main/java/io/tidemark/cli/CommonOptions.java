package io.tidemark.cli;

import picocli.CommandLine.Option;

/** Options that every command takes. */
final class CommonOptions {

    static final String JSON = "--json";

    @Option(names = JSON)
    boolean json;

    @Option(names = "--workspace", paramLabel = "FILE")
    String workspace;

    @Option(names = "--lang", paramLabel = "LANG")
    String language;

    @Option(names = {"-q", "--quiet"})
    boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;
}
