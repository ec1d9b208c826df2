package io.tidemark.cli;

import io.tidemark.model.TransferSettings;
import picocli.CommandLine.Option;

/** How to talk to the upstream; what is not given stays as it was. */
final class TransferOptions {

    @Option(names = "--connections", paramLabel = "N")
    Integer connections;

    @Option(names = "--limit-rate", paramLabel = "BYTES")
    Long limitRate;

    @Option(names = "--attempts", paramLabel = "N")
    Integer attempts;

    @Option(names = "--timeout", paramLabel = "SECONDS")
    Integer timeout;

    @Option(names = "--proxy", paramLabel = "URL")
    String proxy;

    @Option(names = "--ca-file", paramLabel = "FILE")
    String caFile;

    TransferSettings over(TransferSettings old) {
        return new TransferSettings(
                connections == null ? old.connections() : connections,
                limitRate == null ? old.bytesPerSecond() : limitRate,
                attempts == null ? old.attempts() : attempts,
                timeout == null ? old.timeoutSeconds() : timeout,
                proxy == null ? old.proxy() : proxy,
                caFile == null ? old.caFile() : caFile.isBlank() ? "" : Places.absolute(caFile));
    }
}
