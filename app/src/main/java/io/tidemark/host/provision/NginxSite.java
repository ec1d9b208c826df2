package io.tidemark.host.provision;

import io.tidemark.model.HostProfile;
import java.util.List;

/** A site of nginx. Names that begin with a dot are neither listed nor served, but for what certbot asks. */
final class NginxSite {

    private NginxSite() {}

    static String text(HostProfile profile) {
        StringBuilder text =
                new StringBuilder("# Made by Tidemark; changes are shown as drift and can be taken over there.\n");
        caching(profile, text);
        HostProfile.Web web = profile.web();
        text.append("server {\n");
        for (String listen : listen(web)) {
            text.append("    listen ").append(listen).append(";\n");
        }
        text.append("    server_name ").append(web.name()).append(";\n");
        if (web.tls() instanceof HostProfile.Tls.Own(String certificate, String key)) {
            text.append("""
                    ssl_certificate "%s";
                    ssl_certificate_key "%s";
                    ssl_protocols TLSv1.2 TLSv1.3;
                """.formatted(certificate, key));
        }
        text.append("""
                autoindex on;
                autoindex_exact_size off;
                gzip on;
                gzip_types text/plain application/json application/xml;
                add_header Cache-Control $tidemark_keep;
                location ^~ /.well-known/acme-challenge/ { root "%s"; }
                location ~ /\\. { return 404; }
                location = / { return 404; }
            """.formatted(profile.root()));
        for (HostProfile.Tree tree : profile.trees()) {
            text.append("    location /%s/ { alias \"%s/\"; }\n".formatted(tree.name(), tree.path()));
        }
        return text.append("}\n").toString();
    }

    private static List<String> listen(HostProfile.Web web) {
        String port = web.tls() instanceof HostProfile.Tls.Own ? web.port() + " ssl" : Integer.toString(web.port());
        return web.address().map(one -> List.of(one + ":" + port)).orElse(List.of(port, "[::]:" + port));
    }

    /** The first expression that matches counts. */
    private static void caching(HostProfile profile, StringBuilder text) {
        text.append("map $uri $tidemark_keep {\n    default \"")
                .append(Caching.SHORT)
                .append("\";\n");
        for (HostProfile.Tree tree : profile.trees()) {
            text.append("    \"~")
                    .append(Caching.moving(tree))
                    .append("\" \"")
                    .append(Caching.SHORT)
                    .append("\";\n");
            text.append("    \"~")
                    .append(Caching.fixed(tree))
                    .append("\" \"")
                    .append(Caching.LONG)
                    .append("\";\n");
        }
        text.append("}\n");
    }
}
