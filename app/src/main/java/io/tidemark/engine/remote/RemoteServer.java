package io.tidemark.engine.remote;

import java.util.Optional;

/**
 * An account on another machine.
 *
 * @param user empty for what the configuration of SSH says
 * @param host name or address, IPv6 without brackets
 * @param port 0 for what the configuration of SSH says
 */
public record RemoteServer(Optional<String> user, String host, int port) {

    /** As it stands in a URL: {@code user@host:port}. */
    @Override
    public String toString() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return user.map(account -> account + "@").orElse("") + name + (port == 0 ? "" : ":" + port);
    }
}
