package io.tidemark.host.provision;

import io.tidemark.model.HostProfile;

/** A site of Apache httpd 2.4; wants its modules alias, autoindex, deflate, headers, and ssl for HTTPS. */
final class ApacheSite {

    private ApacheSite() {}

    static String text(HostProfile profile) {
        HostProfile.Web web = profile.web();
        StringBuilder text = new StringBuilder("""
            # Made by Tidemark; changes are shown as drift and can be taken over there.
            %4$s<VirtualHost *:%1$d>
                ServerName %2$s
                DocumentRoot "%3$s"
                <Directory "%3$s/.well-known/acme-challenge">
                    Require all granted
                </Directory>
            """.formatted(web.port(), web.name(), profile.root(), listen(web)));
        if (web.tls() instanceof HostProfile.Tls.Own(String certificate, String key)) {
            text.append("""
                    SSLEngine on
                    SSLProtocol -all +TLSv1.2 +TLSv1.3
                    SSLCertificateFile "%s"
                    SSLCertificateKeyFile "%s"
                """.formatted(certificate, key));
        }
        text.append("""
                RedirectMatch 404 "^/$"
                RedirectMatch 404 "/\\.(?!well-known/acme-challenge/)"
                AddOutputFilterByType DEFLATE text/html text/plain application/json application/xml
            """);
        for (HostProfile.Tree tree : profile.trees()) {
            tree(tree, text);
        }
        return text.append("</VirtualHost>\n").toString();
    }

    /** The systems' own files listen on the two usual ports, and a port may be named but once. */
    private static String listen(HostProfile.Web web) {
        boolean usual = web.port() == 80 || web.port() == 443 && web.tls() instanceof HostProfile.Tls.Own;
        return usual
                ? ""
                : "Listen %s%d\n".formatted(web.address().map(one -> one + ":").orElse(""), web.port());
    }

    private static void tree(HostProfile.Tree tree, StringBuilder text) {
        text.append("""
                Alias "/%1$s" "%2$s"
                <Directory "%2$s">
                    Options Indexes FollowSymLinks
                    IndexOptions FancyIndexing NameWidth=*
                    IndexIgnore .*
                    AllowOverride None
                    Require all granted
                </Directory>
                <LocationMatch "^/%1$s/">
                    Header set Cache-Control "%3$s"
                </LocationMatch>
                <LocationMatch "%5$s">
                    Header set Cache-Control "%4$s"
                </LocationMatch>
                <LocationMatch "%6$s">
                    Header set Cache-Control "%3$s"
                </LocationMatch>
            """.formatted(
                tree.name(), tree.path(), Caching.SHORT, Caching.LONG, Caching.fixed(tree), Caching.moving(tree)));
    }
}
