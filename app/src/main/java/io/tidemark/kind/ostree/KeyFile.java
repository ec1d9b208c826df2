package io.tidemark.kind.ostree;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A key file as GLib writes it (Desktop Entry style): groups in brackets, then lines {@code key=value}.
 *
 * @param groups values by group and key; what stands twice counts as it stands last
 */
record KeyFile(Map<String, Map<String, String>> groups) {

    static KeyFile read(String text) throws Malformed {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        Map<String, String> group = null;
        for (String each : text.split("\n", -1)) {
            String line = each.strip();
            if (line.startsWith("[") && line.endsWith("]")) {
                group = groups.computeIfAbsent(line.substring(1, line.length() - 1), _ -> new LinkedHashMap<>());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                put(group, line);
            }
        }
        return new KeyFile(groups);
    }

    private static void put(Map<String, String> group, String line) throws Malformed {
        int equals = line.indexOf('=');
        if (group == null || equals <= 0) {
            throw new Malformed("line of settings that is none");
        }
        group.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }

    Optional<String> get(String group, String key) {
        return Optional.ofNullable(groups.getOrDefault(group, Map.of()).get(key));
    }
}
