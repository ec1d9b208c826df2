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
import java.util.function.Supplier;

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
    void indexes(List<PublicIndex> indexes, Map<Integer, Boolean> ports, Ages ages, Notes notes)
            throws InterruptedException {
        Optional<HostProfile.Web> site =
                host.profile().map(HostProfile::web).filter(web -> ports.getOrDefault(web.publicPort(), false));
        if (site.isPresent()) {
            HostProfile.Web web = site.get();
            WebLook look = new WebLook(address, web.publicPort(), web.secure(), web.name(), WebLook.USUAL);
            List<Reply> replies = AtOnce.all(indexes.stream()
                    .<Supplier<Reply>>map(index -> () -> Reply.to(look, index))
                    .toList());
            replies.forEach(reply -> tell(reply, ages, notes));
        }
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
    private static void tell(Reply reply, Ages ages, Notes notes) {
        PublicIndex index = reply.index();
        if (reply.said().isEmpty()) {
            notes.add("web", Severity.DANGER, "host.found.web.silent", "path", index.path(), "why", reply.why());
            return;
        }
        WebLook.Said said = reply.said().get();
        said.modified().ifPresent(time -> ages.seen(index.repository(), time));
        boolean found = said.status() == FOUND;
        String key = found ? "host.found.web" : "host.found.web.status";
        notes.add("web", Levels.danger(found), key, "path", index.path(), "status", said.status());
    }

    /** What the web server said of one file, or why it said nothing. */
    private record Reply(PublicIndex index, Optional<WebLook.Said> said, String why) {

        static Reply to(WebLook web, PublicIndex index) {
            try {
                return new Reply(index, Optional.of(web.ask(index.path())), "");
            } catch (IOException silent) {
                return new Reply(index, Optional.empty(), Sections.shown(String.valueOf(silent.getMessage())));
            }
        }
    }
}
