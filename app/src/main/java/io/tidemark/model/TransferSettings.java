package io.tidemark.model;

/**
 * How we talk to an upstream.
 *
 * @param connections parallel requests, 1 to 64
 * @param bytesPerSecond rate limit over all connections, 0 for none
 * @param attempts tries for each file, at least 1
 * @param timeoutSeconds longest silence before a connection is given up
 * @param proxy {@code http://host:port}, empty for the environment's choice
 * @param caFile PEM file with the private authorities to trust beside the system's, empty for none
 */
public record TransferSettings(
        int connections, long bytesPerSecond, int attempts, int timeoutSeconds, String proxy, String caFile) {

    /** Eight connections, no limit, four tries, thirty seconds. */
    public static TransferSettings standard() {
        return new TransferSettings(8, 0, 4, 30, "", "");
    }
}
