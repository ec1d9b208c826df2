package io.tidemark.kind.puavo;

import io.tidemark.kind.ServedRepository;
import io.tidemark.model.ClientLines;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Settings of puavo-conf for laptops and single hosts, as {@code puavo-install-and-update-ltspimages} reads them: URLs of
 * the documents of series as a JSON array, and hosts of images separated by blanks. It builds addresses from the host's name
 * alone, always for HTTPS, and fetches whole images from an rsync module of a fixed name.
 */
final class PuavoClients {

    private static final String MODULE = "images";

    private PuavoClients() {}

    static List<ClientLines> lines(ServedRepository served) {
        List<String> lines = new ArrayList<>();
        URI web = URI.create(served.web());
        if (!web.getScheme().equals("https")) {
            lines.add("# These clients come by HTTPS only: give the host a certificate.");
        }
        if (!web.getPath().isEmpty()) {
            lines.add("# Laptops look for images and rdiffs at the root of the host, not below " + web.getPath() + ".");
        }
        if (!served.rsync().endsWith("/" + MODULE)) {
            lines.add("# Laptops fetch whole images from an rsync module called " + MODULE + ", where there is one.");
        }
        lines.add("puavo.image.series.urls=" + urls(served));
        lines.add("puavo.image.servers=" + web.getAuthority());
        return List.of(new ClientLines("puavo", "puavo-conf", lines));
    }

    private static String urls(ServedRepository served) {
        return served.series().stream()
                .map(series -> "\"" + served.web() + "/" + Places.series(series) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
