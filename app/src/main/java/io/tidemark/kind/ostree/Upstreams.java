package io.tidemark.kind.ostree;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/** What the address of an upstream means. */
final class Upstreams {

    private Upstreams() {}

    /** The directory of this machine that an address names, if it does. */
    static Optional<Path> directory(String url) {
        try {
            URI uri = new URI(url);
            boolean here = "file".equalsIgnoreCase(uri.getScheme()) && uri.getPath() != null;
            return here ? Optional.of(Path.of(uri.getPath())) : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }
}
