package io.tidemark.host.provision;

import io.tidemark.model.HostProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which programs a host needs, in which packages they come, and how those are installed. Nothing is installed by us. */
record Packages(HostProfile profile, SystemFamily family) {

    /** What to look at: one query for each program. */
    List<Query> queries() {
        return programs().keySet().stream().map(Packages::query).toList();
    }

    /** The packages of programs that are not there. */
    List<String> missing(Sights sights) {
        List<String> missing = new ArrayList<>();
        programs().forEach((program, names) -> {
            if (!sights.of(query(program)).there()) {
                missing.addAll(List.of(names.split(" ")));
            }
        });
        return missing;
    }

    /** The command that installs packages. */
    String install(List<String> packages) {
        String command =
                switch (family) {
                    case DEBIAN -> "apt-get install ";
                    case FEDORA -> "dnf install ";
                    case ARCH -> "pacman -S ";
                    case ALPINE -> "apk add ";
                };
        return command + String.join(" ", packages);
    }

    private static Query query(String program) {
        return new Query("program", program);
    }

    private Map<String, String> programs() {
        Map<String, String> programs = new LinkedHashMap<>();
        programs.put("rsync", "rsync");
        switch (profile.web().server()) {
            case NGINX -> programs.put("nginx", "nginx");
            case APACHE -> programs.put(family == SystemFamily.DEBIAN ? "apache2" : "httpd", apache());
        }
        if (profile.ftp()) {
            programs.put("vsftpd", "vsftpd");
        }
        switch (profile.web().tls()) {
            case HostProfile.Tls.None() -> {}
            case HostProfile.Tls.Certbot _ -> programs.put("certbot", "certbot " + plugin());
            case HostProfile.Tls.Own _ -> programs.put("openssl", "openssl");
        }
        return programs;
    }

    private String apache() {
        boolean tls = profile.web().tls() instanceof HostProfile.Tls.Own;
        return switch (family) {
            case DEBIAN -> "apache2";
            case FEDORA -> tls ? "httpd mod_ssl" : "httpd";
            case ARCH -> "apache";
            case ALPINE -> tls ? "apache2 apache2-ssl" : "apache2";
        };
    }

    private String plugin() {
        String server = profile.web().server() == HostProfile.WebServer.NGINX ? "nginx" : "apache";
        return switch (family) {
            case DEBIAN, FEDORA -> "python3-certbot-" + server;
            case ARCH, ALPINE -> "certbot-" + server;
        };
    }
}
