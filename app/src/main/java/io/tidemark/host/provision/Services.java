package io.tidemark.host.provision;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which services are to be told something. */
final class Services {

    private static final String RELOAD = "reload";
    private static final String KEEP = "keep";

    private Services() {}

    /** Names, and whether each is to read its files again or only to run. */
    static Map<String, String> of(Survey survey) {
        Map<String, String> services = new LinkedHashMap<>();
        for (Standing standing : survey.standings()) {
            if (standing.aim() instanceof ServiceAim aim && !standing.ignored()) {
                boolean touched = touched(survey, aim);
                if (touched || standing.open()) {
                    services.put(aim.name(), touched && !rereads(survey, aim.name()) ? RELOAD : KEEP);
                }
            }
        }
        return services;
    }

    private static boolean touched(Survey survey, ServiceAim aim) {
        boolean units = survey.open(ContentAim.Whole.class).stream()
                .anyMatch(whole -> whole.file().check() == DesiredFile.Check.SYSTEMD);
        return aim.timer() ? units : Checks.touched(survey, aim.name());
    }

    /** The rsync daemon reads its configuration for each client, rsyncd.conf(5): no connection need be dropped. */
    private static boolean rereads(Survey survey, String service) {
        return service.equals(survey.goal().family().rsyncService());
    }
}
