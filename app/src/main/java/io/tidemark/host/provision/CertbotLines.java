package io.tidemark.host.provision;

import java.util.ArrayList;
import java.util.List;

/**
 * A site without what certbot's plugins for nginx and Apache put in: their lines, the block that leads from HTTP to HTTPS,
 * and the ports that they move there. Certbot changes a site that was written for HTTP; with this the two can be compared.
 */
final class CertbotLines {

    private static final String MARK = "# managed by Certbot";

    private CertbotLines() {}

    static String without(String site) {
        List<String> kept = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : site.lines().toList()) {
            block.add(line);
            boolean inside = block.getFirst().startsWith("server {");
            if (!inside || line.startsWith("}")) {
                kept.addAll(redirects(block) ? List.of() : block);
                block.clear();
            }
        }
        kept.addAll(block);
        kept.removeIf(CertbotLines::put);
        return String.join("\n", kept) + "\n";
    }

    private static boolean redirects(List<String> block) {
        return block.stream()
                .map(String::strip)
                .anyMatch(line -> line.startsWith("return 404;") && line.endsWith(MARK));
    }

    private static boolean put(String line) {
        String words = line.strip();
        return words.isEmpty()
                || words.endsWith(MARK)
                || words.startsWith("listen ")
                || words.equals("RewriteEngine on")
                || words.startsWith("RewriteCond %{SERVER_NAME} =")
                || words.startsWith("RewriteRule ^ https://%{SERVER_NAME}%{REQUEST_URI}");
    }
}
