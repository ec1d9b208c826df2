package io.tidemark.host.check;

import io.tidemark.model.HostProfile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which ports of a host let us in. */
final class Ports {

    private static final int FTP = 21;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int RSYNC = 873;
    private static final int PATIENCE_MILLIS = 3000;

    private Ports() {}

    /** The ports to try, in order, for a host that is to be so. */
    static Set<Integer> asked(int ssh, Optional<HostProfile> profile) {
        Set<Integer> ports = new TreeSet<>(List.of(ssh, HTTP, HTTPS, RSYNC));
        ports.addAll(wanted(profile));
        return ports;
    }

    private static Set<Integer> wanted(Optional<HostProfile> profile) {
        Set<Integer> wanted = new TreeSet<>();
        profile.ifPresent(what -> {
            wanted.addAll(List.of(what.web().port(), what.web().publicPort(), RSYNC));
            if (what.ftp()) {
                wanted.add(FTP);
            }
        });
        return wanted;
    }

    /** Whether somebody listens; blocks for at most three seconds. */
    static boolean open(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException shut) {
            return false;
        }
    }

    /** A closed port matters where the profile wants it open. */
    static void tell(int port, boolean open, Optional<HostProfile> profile, Notes notes) {
        String check = "port." + port;
        if (open) {
            notes.good(check, "host.found.port", "port", port);
        } else if (wanted(profile).contains(port)) {
            notes.add(check, Levels.danger(false), "host.found.port.shut", "port", port);
        } else {
            notes.info(check, "host.found.port.unused", "port", port);
        }
    }
}
