package io.tidemark.model;

/**
 * A host that was never met before shows its key.
 *
 * @param host name as it will stand in {@code known_hosts}: {@code host}, or {@code [host]:port} for other ports than 22
 * @param type name of the key's algorithm, for example {@code ssh-ed25519}
 * @param fingerprint {@code SHA256:…}, as {@code ssh-keygen -l} prints it on the host
 */
public record HostKeyQuestion(String host, String type, String fingerprint) {}
