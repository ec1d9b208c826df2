package io.tidemark.kind.alpine;

import io.tidemark.kind.ServedRepository;
import io.tidemark.model.ClientLines;
import io.tidemark.model.PackageInfo;
import io.tidemark.model.VersionFacts;
import java.util.ArrayList;
import java.util.List;

/** Lines of {@code /etc/apk/repositories}, see apk-repositories(5): the architecture is added by apk. */
final class ApkClients {

    private static final String FILE = "/etc/apk/repositories";

    private ApkClients() {}

    /** One group of lines for each channel, and one for the newest version. */
    static List<ClientLines> lines(ServedRepository served) {
        if (served.newest().isEmpty()) {
            return List.of();
        }
        List<String> places = places(served.newest().get().facts());
        List<ClientLines> all = new ArrayList<>();
        for (String path : places.isEmpty() ? List.<String>of() : served.paths()) {
            List<String> lines = new ArrayList<>(List.of("# " + served.name() + ", " + path));
            places.forEach(place -> lines.add(served.web() + "/" + path + "/" + place));
            all.add(new ClientLines("apk", FILE, lines));
        }
        return all;
    }

    /** Directories that hold one of each architecture's indexes, {@code main}. */
    private static List<String> places(VersionFacts facts) {
        return facts.packages().stream()
                .map(PackageInfo::section)
                .distinct()
                .map(section -> facts.attributes().getOrDefault(Attributes.PLACE + section, section))
                .filter(place -> place.indexOf('/') > 0)
                .map(place -> place.substring(0, place.lastIndexOf('/')))
                .distinct()
                .sorted(ApkClients::mainFirst)
                .toList();
    }

    private static int mainFirst(String one, String other) {
        boolean first = one.endsWith("main");
        return first == other.endsWith("main") ? one.compareTo(other) : first ? -1 : 1;
    }
}
