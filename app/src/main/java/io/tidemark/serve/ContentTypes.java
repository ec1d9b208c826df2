package io.tidemark.serve;

import java.nio.file.Path;

/** Media types of the few kinds of file that people look at in a browser; the rest is bytes. */
final class ContentTypes {

    private ContentTypes() {}

    static String of(Path file) {
        String name = file.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html", "htm" -> "text/html; charset=utf-8";
            case "json" -> "application/json";
            case "txt", "yaml", "sha256", "sha512", "asc" -> "text/plain; charset=utf-8";
            default -> "application/octet-stream";
        };
    }
}
