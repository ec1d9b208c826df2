package io.tidemark.host.check;

import io.tidemark.model.HostProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Services as systemd or OpenRC tell of them. Names differ between systems, so one of several is enough. */
final class Services {

    private static final List<String> NGINX = List.of("nginx");
    private static final List<String> APACHE = List.of("apache2", "httpd");
    private static final List<String> RSYNC = List.of("rsync", "rsyncd");
    private static final List<String> FTP = List.of("vsftpd");
    private static final Set<String> RUNNING = Set.of("active", "started", "reloading", "activating");

    private final Sections said;
    private final Notes notes;

    Services(Sections said, Notes notes) {
        this.said = said;
        this.notes = notes;
    }

    void look(Optional<HostProfile> profile) {
        Map<String, String> states = states();
        if (!Set.of("systemd", "openrc").contains(states.getOrDefault("manager", ""))) {
            notes.info("service", "host.found.service.unknown");
            return;
        }
        states.remove("manager");
        Set<List<String>> wanted = profile.map(Services::wanted).orElse(Set.of());
        wanted.forEach(names -> wanted(names, states));
        states.forEach((name, state) -> {
            if (wanted.stream().noneMatch(names -> names.contains(name))) {
                other(name, state);
            }
        });
    }

    private static Set<List<String>> wanted(HostProfile profile) {
        Set<List<String>> wanted = new java.util.LinkedHashSet<>();
        wanted.add(profile.web().server() == HostProfile.WebServer.NGINX ? NGINX : APACHE);
        wanted.add(RSYNC);
        if (profile.ftp()) {
            wanted.add(FTP);
        }
        return wanted;
    }

    private void wanted(List<String> names, Map<String, String> states) {
        Optional<String> name = names.stream().filter(states::containsKey).findFirst();
        if (name.isEmpty()) {
            notes.warn("service." + names.getFirst(), "host.found.service.none", "service", names.getFirst());
            return;
        }
        boolean runs = RUNNING.contains(states.get(name.get()));
        notes.add(
                "service." + name.get(),
                Levels.danger(runs),
                runs ? "host.found.service" : "host.found.service.stopped",
                "service",
                name.get(),
                "state",
                Sections.shown(states.get(name.get())));
    }

    /** A service that nobody asked for matters when it has failed. */
    private void other(String name, String state) {
        if (RUNNING.contains(state)) {
            notes.good("service." + name, "host.found.service", "service", name, "state", state);
        } else if (state.equals("failed") || state.equals("crashed")) {
            notes.warn("service." + name, "host.found.service.stopped", "service", name, "state", state);
        }
    }

    /** Only names that were asked about. */
    private Map<String, String> states() {
        Set<String> known =
                Set.of("manager", "nginx", "apache2", "httpd", "rsync", "rsyncd", "vsftpd", "cron", "crond", "cronie");
        return said.lines("services").stream()
                .map(line -> line.strip().split(" +", 2))
                .filter(words -> words.length == 2 && known.contains(words[0]))
                .collect(Collectors.toMap(
                        words -> words[0], words -> words[1], (one, other) -> one, LinkedHashMap::new));
    }
}
