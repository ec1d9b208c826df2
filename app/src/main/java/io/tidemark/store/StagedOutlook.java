package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the next run will most likely find in a staged version; for plans, so nothing is checked and nothing repaired. */
final class StagedOutlook {

    private static final int LARGEST = 1 << 30;

    private StagedOutlook() {}

    /** Identity by path of the files that were noted as complete; empty if there is no such staged version. */
    static Map<String, String> identities(Home home, String version) throws ProblemException {
        StagedArea area = StagedArea.staged(home, version);
        if (!area.exists()) {
            return Map.of();
        }
        try (Dir dir = home.dir(area.path())) {
            Optional<byte[]> bytes = home.read(dir, "present", LARGEST);
            Map<String, String> identities = new HashMap<>();
            String text = new String(bytes.orElse(new byte[0]), StandardCharsets.UTF_8);
            for (String line :
                    text.lines().filter(l -> l.startsWith("{\"path\":")).toList()) {
                parse(line).ifPresent(file -> identities.put(file.path(), file.identity()));
            }
            return identities;
        }
    }

    /** The last line may be torn, because it is being written or was when the power went. */
    private static Optional<StagedFile> parse(String line) {
        try {
            return Optional.of(Json.read(line.getBytes(StandardCharsets.UTF_8), StagedFile.class, ""));
        } catch (ProblemException torn) {
            return Optional.empty();
        }
    }
}
