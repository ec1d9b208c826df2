package io.tidemark.host.provision;

import io.tidemark.model.HostProfile;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Systems that keep their servers' configuration in the same places. */
public enum SystemFamily {
    /** Debian, Ubuntu and what comes from them. */
    DEBIAN("debian", "/usr/sbin/nologin", "rsync", "nginx", "apache2", "cron"),
    /** Fedora, Red Hat Enterprise Linux and what comes from them. */
    FEDORA("fedora", "/sbin/nologin", "rsyncd", "nginx", "httpd", "crond"),
    /** Arch and what comes from it. */
    ARCH("arch", "/usr/bin/nologin", "rsyncd", "nginx", "httpd", "cronie"),
    /** Alpine, which has OpenRC and no systemd. */
    ALPINE("alpine", "/sbin/nologin", "rsyncd", "nginx", "apache2", "crond");

    private final String id;
    private final String noLogin;
    private final String rsync;
    private final String nginx;
    private final String apache;
    private final String cron;

    SystemFamily(String id, String noLogin, String rsync, String nginx, String apache, String cron) {
        this.id = id;
        this.noLogin = noLogin;
        this.rsync = rsync;
        this.nginx = nginx;
        this.apache = apache;
        this.cron = cron;
    }

    /** The family that an {@code /etc/os-release} belongs to, by its ID and then by ID_LIKE (os-release(5)). */
    public static Optional<SystemFamily> of(String osRelease) {
        Set<String> ids = new HashSet<>();
        for (String line : osRelease.split("\n")) {
            if (line.startsWith("ID=") || line.startsWith("ID_LIKE=")) {
                String value = line.substring(line.indexOf('=') + 1).replace("\"", "");
                ids.addAll(Arrays.asList(value.replace("rhel", "fedora").split("[\\s']+")));
            }
        }
        return Arrays.stream(values()).filter(family -> ids.contains(family.id)).findFirst();
    }

    /** Whether services and timers are those of systemd. */
    public boolean hasSystemd() {
        return this != ALPINE;
    }

    String noLogin() {
        return noLogin;
    }

    String rsyncService() {
        return rsync;
    }

    String webService(HostProfile.WebServer server) {
        return switch (server) {
            case NGINX -> nginx;
            case APACHE -> apache;
        };
    }

    String cronService() {
        return cron;
    }

    /** The file that holds the site. */
    String sitePath(HostProfile.WebServer server) {
        return switch (server) {
            case NGINX ->
                switch (this) {
                    case DEBIAN -> "/etc/nginx/sites-available/tidemark";
                    case FEDORA, ARCH -> "/etc/nginx/conf.d/tidemark.conf";
                    case ALPINE -> "/etc/nginx/http.d/tidemark.conf";
                };
            case APACHE ->
                switch (this) {
                    case DEBIAN -> "/etc/apache2/sites-available/tidemark.conf";
                    case FEDORA -> "/etc/httpd/conf.d/tidemark.conf";
                    case ARCH -> "/etc/httpd/conf/extra/tidemark.conf";
                    case ALPINE -> "/etc/apache2/conf.d/tidemark.conf";
                };
        };
    }

    /** The link by which the site is enabled, where there is one. */
    Optional<String> siteLink(HostProfile.WebServer server) {
        return this == DEBIAN ? Optional.of(sitePath(server).replace("-available/", "-enabled/")) : Optional.empty();
    }

    String ftpPath() {
        return this == FEDORA || this == ALPINE ? "/etc/vsftpd/vsftpd.conf" : "/etc/vsftpd.conf";
    }
}
