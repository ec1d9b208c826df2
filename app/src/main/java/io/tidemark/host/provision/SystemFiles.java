package io.tidemark.host.provision;

import io.tidemark.model.HostProfile;
import io.tidemark.model.HostProfile.WebServer;
import java.util.ArrayList;
import java.util.List;

/** The links and files of each system by which its servers find our site and have what it needs. */
final class SystemFiles {

    private static final String NGINX_SITES = "/etc/nginx/sites-";
    private static final String APACHE_SITES = "/etc/apache2/sites-";
    private static final String MODULES = "/etc/apache2/mods-";
    private static final int HTTP = 80;

    private SystemFiles() {}

    static List<Aim> of(HostProfile profile, SystemFamily family, DesiredState state) {
        WebServer server = profile.web().server();
        String service = family.webService(server);
        List<Aim> aims = new ArrayList<>();
        state.link().ifPresent(link -> aims.add(new LinkAim(link, family.sitePath(server))));
        switch (family) {
            case DEBIAN -> {
                aims.addAll(server == WebServer.APACHE ? modules(profile) : List.of());
                aims.addAll(example(profile));
                aims.add(new ContentAim.Amended("/etc/default/rsync", Amendment.RSYNC_ENABLE, family.rsyncService()));
            }
            case FEDORA -> {}
            case ARCH -> aims.add(arch(profile, service));
            case ALPINE -> {
                if (server == WebServer.APACHE) {
                    aims.add(new ContentAim.Amended("/etc/apache2/httpd.conf", Amendment.APACHE_MODULES, service));
                }
            }
        }
        return aims;
    }

    private static Aim arch(HostProfile profile, String service) {
        return switch (profile.web().server()) {
            case NGINX -> new ContentAim.Amended("/etc/nginx/nginx.conf", Amendment.NGINX_INCLUDE, service);
            case APACHE ->
                new ContentAim.Amended(
                        "/etc/httpd/conf/httpd.conf",
                        profile.web().tls() instanceof HostProfile.Tls.Own
                                ? Amendment.APACHE_INCLUDE_TLS
                                : Amendment.APACHE_INCLUDE,
                        service);
        };
    }

    private static List<Aim> modules(HostProfile profile) {
        List<String> names = new ArrayList<>(List.of("headers.load"));
        if (profile.web().tls() instanceof HostProfile.Tls.Own) {
            names.addAll(List.of("socache_shmcb.load", "ssl.conf", "ssl.load"));
        }
        return names.stream()
                .<Aim>map(name -> new LinkAim(MODULES + "enabled/" + name, MODULES + "available/" + name))
                .toList();
    }

    /** It answers on port 80 of all addresses. */
    private static List<Aim> example(HostProfile profile) {
        if (profile.web().port() != HTTP || profile.web().address().isPresent()) {
            return List.of();
        }
        return switch (profile.web().server()) {
            case NGINX -> List.of(new NoLinkAim(NGINX_SITES + "enabled/default", NGINX_SITES + "available/default"));
            case APACHE ->
                List.of(new NoLinkAim(
                        APACHE_SITES + "enabled/000-default.conf", APACHE_SITES + "available/000-default.conf"));
        };
    }
}
