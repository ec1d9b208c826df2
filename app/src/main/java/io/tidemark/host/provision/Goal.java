package io.tidemark.host.provision;

import io.tidemark.model.HostProfile;
import io.tidemark.model.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a host should be, thing by thing.
 *
 * @param publisher the account that publishes to it
 * @param aims in the order in which they are shown and reached
 */
record Goal(HostProfile profile, SystemFamily family, String publisher, List<Aim> aims) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int RSYNC = 873;
    private static final int FTP = 21;

    Goal {
        aims = List.copyOf(aims);
    }

    /**
     * What a profile asks of a host.
     *
     * @throws ProblemException {@code provision.field}, {@code provision.account}
     */
    static Goal of(HostProfile profile, SystemFamily family, String publisher, Instant now) throws ProblemException {
        DesiredState state = DesiredState.of(profile, family);
        ProfileRules.requireOther(profile.account(), publisher);
        List<Aim> aims = new ArrayList<>();
        aims.add(new AccountAim(profile.account(), profile.home(), family.noLogin()));
        directories(profile, publisher, aims);
        files(profile, family, state, aims);
        aims.addAll(SystemFiles.of(profile, family, state));
        services(state, aims);
        certificate(profile, now, aims);
        ports(profile, aims);
        if (family == SystemFamily.FEDORA) {
            labels(profile, aims);
        }
        return new Goal(profile, family, publisher, aims);
    }

    /** Whether certbot gets and renews the certificate. */
    boolean certbot() {
        return profile.web().tls() instanceof HostProfile.Tls.Certbot;
    }

    /** Where certbot keeps what it has. */
    static String live(HostProfile profile, String file) {
        return "/etc/letsencrypt/live/" + profile.web().name() + "/" + file;
    }

    /** Who fetches owns; what is published to belongs to who publishes, unless that is root. */
    private static void directories(HostProfile profile, String publisher, List<Aim> aims) {
        String other = publisher.equals("root") ? profile.account() : publisher;
        aims.add(new DirectoryAim(profile.home(), profile.account()));
        if (!profile.root().equals(profile.home())) {
            aims.add(new DirectoryAim(profile.root(), other));
        }
        for (HostProfile.Tree tree : profile.trees()) {
            boolean fetched =
                    profile.pulls().stream().anyMatch(pull -> pull.tree().equals(tree.name()));
            if (!tree.path().equals(profile.root())) {
                aims.add(new DirectoryAim(tree.path(), fetched ? profile.account() : other));
            }
        }
    }

    private static void files(HostProfile profile, SystemFamily family, DesiredState state, List<Aim> aims) {
        boolean certbot = profile.web().tls() instanceof HostProfile.Tls.Certbot;
        String site = family.sitePath(profile.web().server());
        for (DesiredFile file : state.files()) {
            aims.add(new ContentAim.Whole(file, certbot && file.path().equals(site)));
        }
    }

    private static void services(DesiredState state, List<Aim> aims) {
        Set<String> names = new LinkedHashSet<>(state.services());
        state.files().stream()
                .map(DesiredFile::service)
                .filter(service -> service.endsWith(".timer"))
                .forEach(names::add);
        names.forEach(name -> aims.add(new ServiceAim(name)));
    }

    private static void certificate(HostProfile profile, Instant now, List<Aim> aims) {
        switch (profile.web().tls()) {
            case HostProfile.Tls.None() -> {}
            case HostProfile.Tls.Certbot _ ->
                aims.add(new CertificateAim(live(profile, "fullchain.pem"), live(profile, "privkey.pem"), true, now));
            case HostProfile.Tls.Own(String certificate, String key) ->
                aims.add(new CertificateAim(certificate, key, false, now));
        }
    }

    private static void ports(HostProfile profile, List<Aim> aims) {
        if (!profile.firewall()) {
            return;
        }
        Set<Integer> ports = new LinkedHashSet<>(List.of(profile.web().port()));
        if (profile.web().tls() instanceof HostProfile.Tls.Certbot) {
            ports.addAll(List.of(HTTP, HTTPS));
        }
        ports.add(RSYNC);
        if (profile.ftp()) {
            ports.add(FTP);
        }
        ports.forEach(port -> aims.add(new PortAim(port, port)));
        if (profile.ftp()) {
            aims.add(new PortAim(VsftpdConf.FIRST_PORT, VsftpdConf.LAST_PORT));
        }
    }

    private static void labels(HostProfile profile, List<Aim> aims) {
        aims.add(new LabelAim(profile.root()));
        for (HostProfile.Tree tree : profile.trees()) {
            if (!tree.path().startsWith(profile.root() + "/")) {
                aims.add(new LabelAim(tree.path()));
            }
        }
    }
}
