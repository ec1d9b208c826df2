package io.tidemark.kind.ostree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files that a treefile names (rpm-ostree's {@code treefile.md}): relative to its own directory, or absolute. */
final class TreefileNeeds {

    static final String INCLUDE = "include";
    private static final String BY_ARCHITECTURE = "arch-include";
    private static final String BY_CONDITION = "conditional-include";
    private static final List<String> CHECKS = List.of("check-passwd", "check-groups");

    private TreefileNeeds() {}

    /** Treefiles that it builds on, in order, and the key that names each. */
    static Map<String, String> includes(Treefile file) {
        Map<String, String> all = new LinkedHashMap<>();
        texts(file.values().get(INCLUDE)).forEach(name -> all.put(name, INCLUDE));
        if (file.values().get(BY_ARCHITECTURE) instanceof Map<?, ?> map) {
            map.values().forEach(each -> texts(each).forEach(name -> all.put(name, BY_ARCHITECTURE)));
        }
        if (file.values().get(BY_CONDITION) instanceof List<?> list) {
            list.forEach(each -> texts(of(each, INCLUDE)).forEach(name -> all.put(name, BY_CONDITION)));
        }
        return all;
    }

    /** Other files that it names, and the key that names each. */
    static Map<String, String> files(Treefile file) {
        Map<String, String> all = new TreeMap<>();
        texts(file.values().get("postprocess-script")).forEach(name -> all.put(name, "postprocess-script"));
        if (file.values().get("add-files") instanceof List<?> list) {
            list.forEach(pair -> texts(pair).stream().limit(1).forEach(name -> all.put(name, "add-files")));
        }
        for (String check : CHECKS) {
            Object value = file.values().get(check);
            if ("file".equals(of(value, "type"))) {
                texts(of(value, "filename")).forEach(name -> all.put(name, check));
            }
        }
        return all;
    }

    private static Object of(Object map, String key) {
        return map instanceof Map<?, ?> known ? known.get(key) : null;
    }

    /** A text alone, or the texts of a list. */
    private static List<String> texts(Object value) {
        List<String> all = new ArrayList<>();
        if (value instanceof String text && !text.isBlank()) {
            all.add(text);
        } else if (value instanceof List<?> list) {
            list.forEach(each -> all.addAll(each instanceof String ? texts(each) : List.of()));
        }
        return all;
    }
}
