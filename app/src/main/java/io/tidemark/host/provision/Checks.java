package io.tidemark.host.provision;

import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.Verb;
import io.tidemark.model.HostProfile;
import java.util.ArrayList;
import java.util.List;

/** How new files are tried out before a server is told to read them. */
final class Checks {

    static final String RSYNCD_CONF = "/etc/rsyncd.conf";

    /** One of them: what is tried, and by which command. */
    record Check(String object, Command command) {}

    private Checks() {}

    /** Those that what is to be done asks for. */
    static List<Check> of(Survey survey) {
        List<Check> checks = new ArrayList<>();
        Goal goal = survey.goal();
        String web = goal.family().webService(goal.profile().web().server());
        if (survey.open().anyMatch(standing -> standing.aim().id().equals(RSYNCD_CONF))) {
            checks.add(rsyncd(goal.profile()));
        }
        if (touched(survey, web)) {
            checks.add(web(goal.profile().web().server()));
        }
        List<String> units = survey.open(ContentAim.Whole.class).stream()
                .map(ContentAim.Whole::file)
                .filter(file -> file.check() == DesiredFile.Check.SYSTEMD)
                .map(DesiredFile::path)
                .toList();
        if (!units.isEmpty()) {
            checks.add(new Check("systemd-analyze verify", Command.of(Verb.SYSTEMD_TEST, units)));
        }
        return checks;
    }

    /** Whether a file or link that a service reads is to be changed. */
    static boolean touched(Survey survey, String service) {
        boolean web = service.equals(
                survey.goal().family().webService(survey.goal().profile().web().server()));
        return survey.open(ContentAim.class).stream()
                        .anyMatch(aim -> aim.service().equals(service))
                || web && !survey.open(LinkAim.class).isEmpty()
                || web && !survey.open(NoLinkAim.class).isEmpty();
    }

    private static Check rsyncd(HostProfile profile) {
        List<String> words = new ArrayList<>(List.of(RSYNCD_CONF));
        profile.trees().forEach(tree -> words.add(tree.name()));
        return new Check("rsync --daemon", Command.of(Verb.RSYNCD_TEST, words));
    }

    private static Check web(HostProfile.WebServer server) {
        return switch (server) {
            case NGINX -> new Check("nginx -t", Command.of(Verb.NGINX_TEST));
            case APACHE -> new Check("apachectl configtest", Command.of(Verb.APACHE_TEST));
        };
    }
}
