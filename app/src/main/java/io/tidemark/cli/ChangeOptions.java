package io.tidemark.cli;

import picocli.CommandLine.Option;

/** Options of every command that changes something. */
final class ChangeOptions {

    @Option(names = {"-n", "--dry-run"})
    boolean dryRun;
}
