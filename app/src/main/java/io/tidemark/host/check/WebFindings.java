package io.tidemark.host.check;

import io.tidemark.model.Host;
import io.tidemark.model.HostProfile;
import io.tidemark.model.Severity;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a host's web server shows: its certificate, and the files that clients fetch first. */
final class WebFindings {

    private static final int SOON = 21;
    private static final int VERY_SOON = 7;
    private static final int FOUND = 200;

    private static final int HTTPS = 443;

    private final String address;
    private final Host host;
    private final Instant now;

    /** What the web server of a host shows at an address. */
    WebFindings(String address, Host host, Instant now) {
        this.address = address;
        this.host = host;
        this.now = now;
    }

    /** Reads the certificate, where somebody listens. */
    void certificate(Map<Integer, Boolean> ports, Notes notes) {
        Optional<HostProfile.Web> web = host.profile().map(HostProfile::web);
        int port = web.filter(HostProfile.Web::secure)
                .map(HostProfile.Web::publicPort)
                .orElse(HTTPS);
        if (ports.getOrDefault(port, false)) {
            certificate(
                    new WebLook(
                            address, port, true, web.map(HostProfile.Web::name).orElse(host.address()), WebLook.USUAL),
                    notes);
        }
    }

    /** Asks for indexes, where the host has a profile that says how, and somebody listens. */
    void indexes(List<PublicIndex> indexes, Map<Integer, Boolean> ports, Ages ages, Notes notes) {
        Optional<HostProfile.Web> web =
                host.profile().map(HostProfile::web).filter(site -> ports.getOrDefault(site.publicPort(), false));
        web.ifPresent(site -> {
            WebLook look = new WebLook(address, site.publicPort(), site.secure(), site.name(), WebLook.USUAL);
            indexes.forEach(index -> index(look, index, ages, notes));
        });
    }

    private void certificate(WebLook web, Notes notes) {
        try {
            Instant end = web.certificateEnd();
            long days = Math.floorDiv(Duration.between(now, end).toHours(), 24);
            notes.figure("certificate.days", days);
            Severity severity = days < VERY_SOON ? Severity.DANGER : days < SOON ? Severity.WARNING : Severity.GOOD;
            String key = end.isBefore(now)
                    ? "host.found.certificate.over"
                    : days < SOON ? "host.found.certificate.soon" : "host.found.certificate";
            notes.add("certificate", severity, key, "end", end, "port", web.port());
        } catch (IOException unread) {
            notes.warn(
                    "certificate",
                    "host.found.certificate.unread",
                    "port",
                    web.port(),
                    "why",
                    Sections.shown(String.valueOf(unread.getMessage())));
        }
    }

    /** Whether clients get a file, and how old it is. */
    private void index(WebLook web, PublicIndex index, Ages ages, Notes notes) {
        try {
            WebLook.Said said = web.ask(index.path());
            said.modified().ifPresent(time -> ages.seen(index.repository(), time));
            boolean found = said.status() == FOUND;
            notes.add(
                    "web",
                    Levels.danger(found),
                    found ? "host.found.web" : "host.found.web.status",
                    "path",
                    index.path(),
                    "status",
                    said.status());
        } catch (IOException silent) {
            notes.add(
                    "web",
                    Levels.danger(false),
                    "host.found.web.silent",
                    "path",
                    index.path(),
                    "why",
                    Sections.shown(String.valueOf(silent.getMessage())));
        }
    }
}
