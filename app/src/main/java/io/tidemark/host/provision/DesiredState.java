package io.tidemark.host.provision;

import io.tidemark.model.HostProfile;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All files that a host should have.
 *
 * @param files in the order in which they are written
 * @param link the link that enables the web site, where the system wants one: it leads to the site's file
 * @param services that should be enabled and running
 */
public record DesiredState(List<DesiredFile> files, Optional<String> link, List<String> services) {

    public DesiredState {
        files = List.copyOf(files);
        services = List.copyOf(services);
    }

    /**
     * What a profile means on a family of systems.
     *
     * @throws ProblemException {@code provision.field}
     */
    public static DesiredState of(HostProfile profile, SystemFamily family) throws ProblemException {
        ProfileRules.require(profile);
        List<DesiredFile> files = new ArrayList<>();
        files.add(new DesiredFile(
                "/etc/rsyncd.conf", RsyncdConf.text(profile), 0644, DesiredFile.Check.NONE, family.rsyncService()));
        files.add(site(profile, family));
        if (profile.ftp()) {
            files.add(new DesiredFile(
                    family.ftpPath(), VsftpdConf.text(profile), 0644, DesiredFile.Check.NONE, "vsftpd"));
        }
        files.addAll(PullUnits.files(profile, family));
        return new DesiredState(files, family.siteLink(profile.web().server()), services(profile, family));
    }

    private static DesiredFile site(HostProfile profile, SystemFamily family) {
        HostProfile.WebServer server = profile.web().server();
        String path = family.sitePath(server);
        String service = family.webService(server);
        return switch (server) {
            case NGINX -> new DesiredFile(path, NginxSite.text(profile), 0644, DesiredFile.Check.NGINX, service);
            case APACHE -> new DesiredFile(path, ApacheSite.text(profile), 0644, DesiredFile.Check.APACHE, service);
        };
    }

    private static List<String> services(HostProfile profile, SystemFamily family) {
        List<String> services = new ArrayList<>();
        services.add(family.rsyncService());
        services.add(family.webService(profile.web().server()));
        if (profile.ftp()) {
            services.add("vsftpd");
        }
        if (!family.hasSystemd() && !profile.pulls().isEmpty()) {
            services.add(family.cronService());
        }
        return services;
    }
}
